import type { Changing } from '../kernel/index.js';
import type { HousingKind } from './housing.js';

/** For how many hours a report of beds of a kind of housing holds. */
export interface ReportHold {
  kind: HousingKind;
  hours: number;
}

/** Of every kind, the shortest first. */
export const reportHolds = ({ em }: Changing): Promise<ReportHold[]> =>
  em.execute<ReportHold[]>('select kind, hours from org.report_hold order by hours, kind');

/** Says it of a kind. @returns for how many hours it was before */
export async function saveReportHold(
  { em }: Changing,
  { kind, hours }: ReportHold,
): Promise<number> {
  const [before] = await em.execute<{ hours: number }[]>(
    'select hours from org.report_hold where kind = ? for update',
    [kind],
  );
  await em.execute('update org.report_hold set hours = ? where kind = ?', [hours, kind]);
  return before!.hours;
}
