import { newId, textArray, type Changing } from '../kernel/index.js';
import type { Candidate } from './candidate.js';
import type { Decision } from './import.js';

/** Names that share fewer than this of their groups of three letters are not alike, whatever else is. */
const NAMES_ALIKE_MIN = 0.3;
/** Where the phone is another, names less alike than this are not enough, even at one place: by so much the index looks for them. */
const NAMES_LOOKED_FOR_MIN = 0.42;
/** What is alike by less than this is not proposed. */
const SCORE_MIN = 0.6;
/** How much of what is still different between two names the same phone leaves, and the same place. */
const PHONE_LEAVES = 0.5;
const PLACE_LEAVES = 0.7;
/** Two doors that are told and this near are one place. */
const SAME_PLACE_METERS = 150;
/** More of one row nobody would look through. */
const OF_A_ROW_MAX = 5;

/** Measured from by all who may read an import. @param place a row of `org.location` */
const isTold = (place: string) => `${place}.street_told and ${place}.disclosure <> 'OWN'`;

/** Of what rows are compared: listings of one kind, of one organization, by one import. */
export interface Comparing {
  id: string;
  organization: string;
  type: string;
}

/** A row and a listing that may be one, and how alike they are. */
export interface Likeness {
  line: number;
  thing: string;
}

/** So many listings of one number are looked at: a line that more share says little of one. */
const OF_A_PHONE_MAX = 100;

/** Those with which a sheet may be compared. @param listing a row of `org.listing` */
const comparable = (listing: string) =>
  `${listing}.organization_id = ? and ${listing}.type = ? and ${listing}.status <> 'WITHDRAWN'`;

/**
 * Which rows that would be new may be listings that are there. Names are held against each other by groups of three letters; the same
 * phone, or the same place, makes it likelier, and both together are enough by themselves. A withheld place has no point, and is compared
 * by nothing but being the same; so is one that is its own people's alone, or whoever may not read where it is would find it by a few
 * distances to places of her choosing.
 * @param only these of the organization's listings; absent: all
 */
export async function likenesses(
  { em }: Changing,
  { id, organization, type }: Comparing,
  rows: readonly Candidate[],
  only: readonly string[] | null = null,
): Promise<Likeness[]> {
  if (rows.length === 0) return [];
  await em.execute(`set local pg_trgm.similarity_threshold = ${NAMES_LOOKED_FOR_MIN}`);
  // To compile it takes longer than to run it.
  await em.execute('set local jit = off');
  const among = (listing: string) =>
    only ? `${comparable(listing)} and ${listing}.id = any (?::text[])` : comparable(listing);
  const of = only ? [organization, type, textArray(only)] : [organization, type];
  return em.execute<Likeness[]>(
    `select * from (
       select s.*, row_number() over (partition by line order by score desc, thing) as nth
       from (select f.*, 1 - (1 - name_score) * case when same_phone then ${PHONE_LEAVES} else 1 end
             * case when same_place then ${PLACE_LEAVES} else 1 end as score
         from (select g.line, l.id as thing, public.similarity(l.name, g.name)::float8 as name_score,
             exists (select from org.phone p where p.listing_id = l.id
               and p.number in (select jsonb_array_elements_text(g.phones))) as same_phone,
             near.meters as distance,
             exists (select from org.listing_site s where s.listing_id = l.id
               and s.location_id in (select jsonb_array_elements_text(g.sites)))
               or coalesce(near.meters <= ${SAME_PLACE_METERS}, false) as same_place
           from jsonb_to_recordset(?::jsonb) as g(line int, name text, phones jsonb, sites jsonb)
           cross join lateral (
             select n.id from org.listing n where n.name operator(public.%) g.name and ${among('n')}
             union
             (select n.id from org.phone p join org.listing n on n.id = p.listing_id
               where p.listing_id is not null and ${among('n')}
                 and p.number = any (array(select jsonb_array_elements_text(g.phones))) limit ${OF_A_PHONE_MAX})) c
           join org.listing l on l.id = c.id
           left join lateral (select round(min(st_distance(a.point, b.point)))::int as meters
             from org.listing_site s join org.location a on a.id = s.location_id
             join org.location b on b.id in (select jsonb_array_elements_text(g.sites))
             where s.listing_id = l.id and ${isTold('a')} and ${isTold('b')}) near on true
           where not exists (select from staging.import_duplicate d
             where d.import_id = ? and d.line = g.line and d.thing_id = l.id)) f
         where name_score >= ${NAMES_ALIKE_MIN} or (same_phone and same_place)) s) scored
     where score >= ${SCORE_MIN} and nth <= ${OF_A_ROW_MAX}`,
    [JSON.stringify(rows), ...of, ...of, id],
  );
}

/** Keeps what is proposed, until a person says what is so. */
export async function keepLikenesses(
  { em }: Changing,
  id: string,
  found: readonly Likeness[],
): Promise<void> {
  if (found.length === 0) return;
  await em.execute(
    `insert into staging.import_duplicate
       (id, import_id, line, thing_id, score, name_score, same_phone, same_place, distance_meters)
     select d.id, ?, d.line, d.thing, d.score, d.name_score, d.same_phone, d.same_place, d.distance
     from jsonb_to_recordset(?::jsonb) as d(id text, line int, thing text, score real, name_score real,
       same_phone boolean, same_place boolean, distance int)
     on conflict (import_id, line, thing_id) do nothing`,
    [id, JSON.stringify(found.map((one) => ({ id: newId('Duplicate'), ...one })))],
  );
}

/** Notes which rows that would be new may be listings that are there. */
export async function proposeDuplicates(
  changing: Changing,
  of: Comparing,
  rows: readonly Candidate[],
): Promise<void> {
  await keepLikenesses(changing, of.id, await likenesses(changing, of, rows));
}

/** Notes which listings are there when a sheet is begun to be compared with them, and at which version each is. */
export async function noteSeen(
  { em }: Changing,
  { id, organization, type }: Comparing,
): Promise<void> {
  await em.execute(
    `insert into staging.import_seen (import_id, thing_id, version)
     select ?, l.id, l.version from org.listing l where ${comparable('l')}`,
    [id, organization, type],
  );
}

/** Listings with which a sheet was not compared, as they are now: they came, came back, or were changed since. */
export async function unseen(
  { em }: Changing,
  { id, organization, type }: Comparing,
): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select l.id from org.listing l where ${comparable('l')} and not exists (select from staging.import_seen s
       where s.import_id = ? and s.thing_id = l.id and s.version = l.version) order by l.id`,
    [organization, type, id],
  );
  return rows.map(({ id: listing }) => listing);
}

export interface DuplicateRow {
  importId: string;
  line: number;
  thing: string;
  decision: Decision | null;
}

export async function duplicateById({ em }: Changing, id: string): Promise<DuplicateRow | null> {
  const [row] = await em.execute<DuplicateRow[]>(
    `select import_id as "importId", line, thing_id as thing, decision from staging.import_duplicate where id = ?`,
    [id],
  );
  return row ?? null;
}

/** Decides on one; where it is the same, the others of its row are not. */
export async function decide(
  { em, now }: Changing,
  id: string,
  { importId, line }: DuplicateRow,
  decision: Decision,
  by: string,
): Promise<void> {
  await em.execute(
    'update staging.import_duplicate set decision = ?, decided_at = ?, decided_by = ? where id = ?',
    [decision, now, by, id],
  );
  if (decision === 'DIFFERENT') return;
  await em.execute(
    `update staging.import_duplicate set decision = 'DIFFERENT', decided_at = ?, decided_by = ?
     where import_id = ? and line = ? and id <> ? and decision is distinct from 'DIFFERENT'`,
    [now, by, importId, line, id],
  );
}

/** How many rows wait to be decided on. */
export async function openDuplicates({ em }: Changing, importId: string): Promise<number> {
  const [row] = await em.execute<{ many: number }[]>(
    `select count(distinct d.line)::int as many from staging.import_duplicate d
     join staging.import_row r using (import_id, line)
     where d.import_id = ? and d.decision is null and r.action <> 'FAULTY'`,
    [importId],
  );
  return row!.many;
}
