import { bedsIn } from '../../housing/index.js';
import type { FormUnit, ReportForm, SaidOfUnit } from '../../upkeep/index.js';

/** No unit has more, as reportAvailability has it. */
export const BEDS_MAX = 10_000;
/** More than that nobody types where a number is asked for; what is longer is not shown again whole. */
const TYPED_MAX = 40;
const NEVER = 'never';

/** What stands in the fields of a unit. */
export interface Typed {
  accepting: 'yes' | 'no' | null;
  beds: string;
  waitlist: boolean;
  /** When the report was made that the form shows, as it is written in the form. */
  shown: string;
}

/** What is wrong in them. */
export interface Faults {
  accepting?: 'NONE';
  beds?: 'NUMBER' | 'TOO_MANY';
}

/** A form as it came: as it is shown again, what is wrong in it, and what it says. */
export interface Filled {
  /** Of each unit, by its id. */
  typed: ReadonlyMap<string, Typed>;
  faults: ReadonlyMap<string, Faults>;
  said: SaidOfUnit[];
}

export const shownOf = ({ report }: FormUnit): string => report?.reportedAt ?? NEVER;

/** What stands in the fields of a unit before anyone types: what was last said. */
export const asReported = (unit: FormUnit): Typed => ({
  accepting: unit.report && (unit.report.accepting ? 'yes' : 'no'),
  beds: unit.report?.bedsOpen?.toString() ?? '',
  waitlist: unit.report?.waitlist ?? false,
  shown: shownOf(unit),
});

export type Field = 'accepting' | 'beds' | 'waitlist' | 'shown';
export const fieldOf = (unitId: string, field: Field): string => `${unitId}.${field}`;

/** The units that a form names. */
const unitsIn = (body: URLSearchParams): string[] => {
  const ending = fieldOf('', 'shown');
  return [...new Set(body.keys())]
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));
};

/** @param form what the link opens now */
export function readFilled(body: URLSearchParams, form: ReportForm): Filled {
  const typed = new Map<string, Typed>();
  const faults = new Map<string, Faults>();
  const said: SaidOfUnit[] = [];
  for (const unitId of unitsIn(body)) {
    const fields = typedIn(body, unitId);
    typed.set(unitId, fields);
    const unit = form.units.find(({ id }) => id === unitId);
    const fault = unit && faultsOf(fields, unit);
    if (fault) faults.set(unitId, fault);
    said.push({
      unitId,
      shown: fields.shown === NEVER ? null : fields.shown,
      accepting: fields.accepting === 'yes',
      bedsOpen: fields.beds === '' ? null : Number(fields.beds),
      waitlist: fields.waitlist,
    });
  }
  return { typed, faults, said };
}

function typedIn(body: URLSearchParams, unitId: string): Typed {
  const value = (field: Field) => body.get(fieldOf(unitId, field)) ?? '';
  const accepting = value('accepting');
  return {
    accepting: accepting === 'yes' || accepting === 'no' ? accepting : null,
    beds: value('beds').trim().slice(0, TYPED_MAX),
    waitlist: value('waitlist') === 'yes',
    shown: value('shown'),
  };
}

function faultsOf({ accepting, beds }: Typed, unit: FormUnit): Faults | null {
  const faults: Faults = accepting === null ? { accepting: 'NONE' } : {};
  if (!/^\d*$/.test(beds)) faults.beds = 'NUMBER';
  else if (Number(beds) > (bedsIn(unit) ?? BEDS_MAX)) faults.beds = 'TOO_MANY';
  return Object.keys(faults).length > 0 ? faults : null;
}
