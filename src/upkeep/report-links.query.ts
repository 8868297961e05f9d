import { reachOfViewer } from '../disclosure/index.js';
import { batched, sql, textArray, type Asking } from '../kernel/index.js';
import { isOpen, linkCard, type ReportLink } from './report-link-row.js';

/** The open links of a listing, the oldest first, to its own people; null to everyone else. */
export function openReportLinks(
  { id, organizationId }: { id: string; organizationId: string },
  asking: Asking,
): Promise<ReportLink[]> | null {
  const reach = reachOfViewer(asking);
  const { organizations, nations } = reach;
  if (![...organizations, ...nations].includes(organizationId)) return null;
  const load = batched<ReportLink[]>(asking, 'reportLinks', async (listings) => {
    const rows = await asking.read.rows<{ card: ReportLink }>(sql`select ${linkCard(reach)} as card
      from org.report_link k join org.listing l on l.id = k.listing_id
      where k.listing_id = any (${textArray(listings)}::text[]) and ${isOpen(asking.now)}
      order by k.made_at, k.id`);
    const found = new Map<string, ReportLink[]>();
    for (const { card } of rows) {
      const links = found.get(card.listingId) ?? [];
      found.set(card.listingId, [...links, card]);
    }
    return found;
  });
  return load(id).then((links) => links ?? []);
}
