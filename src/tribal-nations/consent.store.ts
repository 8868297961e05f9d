import { knowsDoorsOf, type Reach } from '../disclosure/index.js';
import { newId, raw, readBy, sql, textArray, type Changing, type Sql } from '../kernel/index.js';

export interface NationHeld {
  id: string;
  organization: string;
  version: number;
}

/** A nation of one of these organizations, held until the change is kept; null where it is none of theirs. */
export async function holdNation(
  { em }: Changing,
  id: string,
  organizations: readonly string[],
): Promise<NationHeld | null> {
  const [row] = await em.execute<NationHeld[]>(
    `select id, organization_id as organization, version from org.tribal_nation
     where id = ? and organization_id = any (?::text[]) for update`,
    [id, textArray(organizations)],
  );
  return row ?? null;
}

export interface ConsentRow {
  id: string;
  nationId: string;
  givenBy: string;
  givenAt: Date;
  terms: string;
  coversRecord: boolean;
  listingIds: string[];
  endedAt: Date | null;
}

/** @param knowsDoors whether what leads to a door is the reader's to read */
const consentSelected = (
  knowsDoors: Sql,
): Sql => sql`c.id, c.nation_id as "nationId", c.given_at as "givenAt",
  ${readBy(knowsDoors, 'c.id', 'c.given_by')} as "givenBy", ${readBy(knowsDoors, 'c.id', 'c.terms')} as terms,
  c.covers_record as "coversRecord", c.ended_at as "endedAt", array(select l.listing_id from org.consent_listing l
    where l.consent_id = c.id order by 1) as "listingIds"`;

/** Moments as the database writes them. */
type Written = Omit<ConsentRow, 'givenAt' | 'endedAt'> & {
  givenAt: string;
  endedAt: string | null;
};

const readConsent = (row: Written | undefined): ConsentRow | null =>
  row
    ? {
        ...row,
        givenAt: new Date(row.givenAt),
        endedAt: row.endedAt ? new Date(row.endedAt) : null,
      }
    : null;

/** The consent that a nation gives now; null where there is none. */
export async function consentOf({ em }: Changing, nation: string): Promise<ConsentRow | null> {
  const found = sql`select ${consentSelected(raw('true'))} from org.consent c
    where c.nation_id = ${nation} and c.ended_at is null`;
  const [row] = await em.execute<Written[]>(found.sql, found.values);
  return readConsent(row);
}

/** As someone reads it, whether it holds or has ended; null where there is none. */
export async function consentById(
  { em }: Changing,
  id: string,
  reach: Reach,
): Promise<ConsentRow | null> {
  const found = sql`select ${consentSelected(knowsDoorsOf('n.organization_id', reach))}
    from org.consent c join org.tribal_nation n on n.id = c.nation_id where c.id = ${id}`;
  const [row] = await em.execute<Written[]>(found.sql, found.values);
  return readConsent(row);
}

/** How many of these listings are the organization's. */
export async function countListings(
  { em }: Changing,
  organization: string,
  ids: readonly string[],
): Promise<number> {
  const [row] = await em.execute<{ many: number }[]>(
    'select count(*)::int as many from org.listing where organization_id = ? and id = any (?::text[])',
    [organization, textArray(ids)],
  );
  return row!.many;
}

export async function addConsent(
  { em, now }: Changing,
  consent: Omit<ConsentRow, 'id' | 'endedAt'>,
  by: string,
): Promise<string> {
  const id = newId('Consent');
  const { nationId, givenBy, givenAt, terms, coversRecord, listingIds } = consent;
  await em.execute(
    `insert into org.consent (id, nation_id, given_by, given_at, terms, covers_record, recorded_at, recorded_by)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, nationId, givenBy, givenAt, terms, coversRecord, now, by],
  );
  await em.execute(
    'insert into org.consent_listing (consent_id, listing_id) select ?, unnest(?::text[])',
    [id, textArray(listingIds)],
  );
  return id;
}

export async function endConsent(
  { em, now }: Changing,
  id: string,
  { by, because }: { by: string; because: string },
): Promise<void> {
  await em.execute(
    'update org.consent set ended_at = ?, ended_by = ?, ended_because = ? where id = ?',
    [now, by, because, id],
  );
}

export async function standingOf({ em }: Changing, nation: string): Promise<string> {
  const [row] = await em.execute<{ standing: string }[]>(
    'select standing from org.tribal_nation where id = ?',
    [nation],
  );
  return row!.standing;
}

/** Of the listings that were taken down when a consent was recorded or withdrawn, those that are still. */
export async function takenDown(
  { em }: Changing,
  nation: NationHeld,
  { action, consent }: { action: 'recordConsent' | 'withdrawConsent'; consent: string },
): Promise<string[]> {
  const listings = await em.execute<{ id: string }[]>(
    `select l.id from audit.event e
     cross join lateral json_array_elements_text(e.detail->'withdrawnListingIds') w(id)
     join org.listing l on l.id = w.id and l.organization_id = ? and l.disclosure = 'OWN'
     where e.thing_id = ? and e.action = ? and e.detail->>'consent' = ? order by 1`,
    [nation.organization, nation.id, action, consent],
  );
  return listings.map(({ id }) => id);
}
