import { newId, type Changing } from '../kernel/index.js';
import type { Decision } from './import.js';

/** Names that share fewer than this of their groups of three letters are not alike, whatever else is. */
const NAMES_ALIKE_MIN = 0.3;
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

/** A row that would be new, as far as it is compared. */
export interface Candidate {
  line: number;
  name: string;
  /** E.164. */
  phones: string[];
  sites: string[];
}

/**
 * Notes which rows that would be new may be listings that are there. Names are held against each other by groups of three letters; the
 * same phone, or the same place, makes it likelier. A withheld place has no point, and is compared by nothing but being the same; so is
 * one that is its own people's alone, or whoever may not read where it is would find it by a few distances to places of her choosing.
 */
export async function proposeDuplicates(
  { em }: Changing,
  { id, organization, type }: { id: string; organization: string; type: string },
  rows: readonly Candidate[],
): Promise<void> {
  if (rows.length === 0) return;
  await em.execute(`set local pg_trgm.similarity_threshold = ${NAMES_ALIKE_MIN}`);
  const found = await em.execute<Record<string, unknown>[]>(
    `select * from (
       select s.*, 1 - (1 - name_score) * case when same_phone then ${PHONE_LEAVES} else 1 end
           * case when same_place then ${PLACE_LEAVES} else 1 end as score,
         row_number() over (partition by line order by name_score desc, thing) as nth
       from (select g.line, l.id as thing, public.similarity(l.name, g.name)::float8 as name_score,
           exists (select from org.phone p where p.listing_id = l.id
             and p.number in (select jsonb_array_elements_text(g.phones))) as same_phone,
           near.meters as distance,
           exists (select from org.listing_site s where s.listing_id = l.id
             and s.location_id in (select jsonb_array_elements_text(g.sites)))
             or coalesce(near.meters <= ${SAME_PLACE_METERS}, false) as same_place
         from jsonb_to_recordset(?::jsonb) as g(line int, name text, phones jsonb, sites jsonb)
         join org.listing l on l.name operator(public.%) g.name
         left join lateral (select round(min(st_distance(a.point, b.point)))::int as meters
           from org.listing_site s join org.location a on a.id = s.location_id
           join org.location b on b.id in (select jsonb_array_elements_text(g.sites))
           where s.listing_id = l.id and ${isTold('a')} and ${isTold('b')}) near on true
         where l.organization_id = ? and l.type = ? and l.status <> 'WITHDRAWN') s) scored
     where score >= ${SCORE_MIN} and nth <= ${OF_A_ROW_MAX}`,
    [JSON.stringify(rows), organization, type],
  );
  if (found.length === 0) return;
  await em.execute(
    `insert into staging.import_duplicate
       (id, import_id, line, thing_id, score, name_score, same_phone, same_place, distance_meters)
     select d.id, ?, d.line, d.thing, d.score, d.name_score, d.same_phone, d.same_place, d.distance
     from jsonb_to_recordset(?::jsonb) as d(id text, line int, thing text, score real, name_score real,
       same_phone boolean, same_place boolean, distance int)`,
    [id, JSON.stringify(found.map((one) => ({ id: newId('Duplicate'), ...one })))],
  );
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

/** How many wait to be decided. */
export async function openDuplicates({ em }: Changing, importId: string): Promise<number> {
  const [row] = await em.execute<{ many: number }[]>(
    `select count(*)::int as many from staging.import_duplicate d
     join staging.import_row r using (import_id, line)
     where d.import_id = ? and d.decision is null and r.action <> 'FAULTY'`,
    [importId],
  );
  return row!.many;
}
