import { createHash } from 'node:crypto';
import type { Reach } from '../disclosure/index.js';
import type { Report } from '../housing/index.js';
import {
  mayLead,
  newId,
  raw,
  sql,
  utc,
  type Changing,
  type Reader,
  type Sql,
} from '../kernel/index.js';
import { isOpen, linkCard, type ReportLink } from './report-link-row.js';

/** What of a secret is kept. */
const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** @param secretOf the secret of a link @returns its id */
export async function addReportLink(
  { em, now }: Changing,
  row: { listing: string; label: string; by: string; expiresAt: Date },
  secretOf: (id: string) => string,
): Promise<string> {
  const id = newId('ReportLink');
  await em.execute(
    `insert into org.report_link (id, listing_id, secret_digest, label, made_at, made_by, expires_at)
     values (?, ?, decode(?, 'hex'), ?, ?, ?, ?)`,
    [id, row.listing, digestOf(secretOf(id)), row.label, now, row.by, row.expiresAt],
  );
  return id;
}

/** How many links of a listing are open. */
export async function openLinksOf({ em, now }: Changing, listing: string): Promise<number> {
  const open = sql`select count(*)::int as many from org.report_link k
    where k.listing_id = ${listing} and ${isOpen(now)}`;
  const [row] = await em.execute<{ many: number }[]>(open.sql, open.values);
  return row!.many;
}

/** A link, open or not, as someone reads it; null where there is none. */
export async function reportLinkById(
  { em }: Changing,
  id: string,
  reach: Reach,
): Promise<ReportLink | null> {
  const found = sql`select ${linkCard(reach)} as card
    from org.report_link k join org.listing l on l.id = k.listing_id where k.id = ${id}`;
  const [row] = await em.execute<{ card: ReportLink }[]>(found.sql, found.values);
  return row?.card ?? null;
}

/** @returns whether it was open */
export async function endReportLink(
  { em, now }: Changing,
  { id, by }: { id: string; by: string },
): Promise<boolean> {
  const ended = sql`update org.report_link k set ended_at = ${now.toISOString()}, ended_by = ${by}
    where k.id = ${id} and ${isOpen(now)} returning k.id`;
  const rows = await em.execute<unknown[]>(ended.sql, ended.values);
  return rows.length > 0;
}

/** What cannot be a secret is not looked for. */
const secretForm = /^[\w-]{22}$/;

/** A unit as it is reported by a link. */
export interface FormUnit {
  id: string;
  /** Null where the listing's words may lead to a withheld door. */
  name: string | null;
  capacity: number | null;
  /** The last that was made, and by which link, if by one. */
  report: (Report & { linkId: string | null }) | null;
}

/**
 * What a link opens: the name of one listing and its units. Nothing of where it is: of what was not held against a door that is
 * withheld now, no word.
 */
export interface ReportForm {
  linkId: string;
  /** By whose role the link holds. */
  madeBy: string;
  listingId: string;
  name: string | null;
  units: FormUnit[];
}

/** As the listing tells it: none where its capacity was revised since. */
const bedsTotal = `case when u.capacity is null or u.capacity_at is null or r.reported_at > u.capacity_at
  then r.beds_total end`;

const lastReport = `(select json_build_object('reportedAt', ${utc('r.reported_at')}, 'goodUntil', ${utc('r.good_until')},
    'accepting', r.accepting, 'bedsOpen', r.beds_open, 'bedsTotal', ${bedsTotal}, 'waitlist', r.waitlist, 'note', r.note,
    'linkId', r.link_id)
  from org.availability_report r where r.unit_id = u.id order by r.reported_at desc, r.id desc limit 1)`;

const said = (text: string) => `case when not ${mayLead('l.id').text} then ${text} end`;

const form =
  raw(`json_build_object('linkId', k.id, 'madeBy', k.made_by, 'listingId', l.id, 'name', ${said('l.name')},
  'units', (select json_agg(json_build_object('id', u.id, 'name', ${said('u.name')}, 'capacity', u.capacity,
    'report', ${lastReport}) order by u.position) from org.unit u where u.listing_id = l.id))`);

/** That whoever made a link `k` is still one of the people of its listing `l`; of a nation's, one of the nation's. */
const isHeld = raw(`exists (select from auth.role_grant g
  where g.account_id = k.made_by and g.organization_id = l.organization_id and g.ended_at is null
    and g.role = case when exists (select from org.tribal_nation n where n.organization_id = l.organization_id)
      then 'NATION_COORDINATOR' else 'COORDINATOR' end)`);

/** One row where the secret is of a link that is open, and none where it is not, whatever the reason. */
const opened = (secret: string, now: Date): Sql => sql`select ${form} as form
  from org.report_link k join org.listing l on l.id = k.listing_id
  where k.secret_digest = decode(${digestOf(secret)}, 'hex') and ${isOpen(now)}
    and l.status <> 'WITHDRAWN' and ${isHeld}`;

/** What a link opens; null where it opens nothing: never made, ended, run out, its listing withdrawn. */
export async function reportForm(
  read: Pick<Reader, 'rows'>,
  secret: string,
  now: Date,
): Promise<ReportForm | null> {
  if (!secretForm.test(secret)) return null;
  const [row] = await read.rows<{ form: ReportForm }>(opened(secret, now));
  return row?.form ?? null;
}

/** The same within a change. */
export async function reportFormIn(
  { em, now }: Changing,
  secret: string,
): Promise<ReportForm | null> {
  if (!secretForm.test(secret)) return null;
  const found = opened(secret, now);
  const [row] = await em.execute<{ form: ReportForm }[]>(found.sql, found.values);
  return row?.form ?? null;
}
