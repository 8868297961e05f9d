import type { Criterion } from '../eligibility/index.js';
import type { FieldGroup, ListingStatus } from './listing.js';
import { newId, type Changing } from '../kernel/index.js';
import {
  addContacts,
  addPhones,
  removeContacts,
  removePhones,
  type StoredHours,
} from '../organizations/index.js';
import {
  ConfirmationEntity,
  CriterionEntity,
  ListingEntity,
  ListingSiteEntity,
  ServiceAreaEntity,
  type PolicyRow,
} from './listing.entity.js';

export interface ListingRow {
  id: string;
  type: 'HOUSING' | 'SERVICE';
  organization: string;
  name: string;
  summary: string;
  description: string | null;
  eligibilityNotes: string | null;
  policies: PolicyRow[];
  languages: string[];
  hours: StoredHours | null;
  fees: string | null;
  howToApply: string | null;
  requiredDocuments: string[];
  disclosure: string;
  status: string;
  statusReason: string | null;
}

export interface ServiceAreaRow {
  kind: string;
  countyFips: string[] | null;
  region: string | null;
  nation: string | null;
  state: string | null;
}

/** What a listing has in rows of their own, by the names of its input. */
export interface ListingParts {
  siteIds: string[];
  serviceAreas: ServiceAreaRow[];
  eligibility: Criterion[];
  contacts: Parameters<typeof addContacts>[2];
  phones: Parameters<typeof addPhones>[2];
}

/**
 * Writes the row of a listing, new or known. When a known one last changed is for whoever counts the change to say: written as it
 * was, it did not.
 */
export async function saveListing({ em, now }: Changing, listing: ListingRow): Promise<void> {
  await em.upsert(
    ListingEntity,
    { ...listing, createdAt: now, updatedAt: now, version: 1 },
    {
      onConflictExcludeFields: ['createdAt', 'updatedAt', 'version'],
    },
  );
}

/** Writes something else into the row of a known listing, and leaves the rest. */
export async function rewriteListing(
  { em }: Changing,
  id: string,
  said: Partial<ListingRow>,
): Promise<void> {
  if (Object.keys(said).length > 0) await em.nativeUpdate(ListingEntity, { id }, said);
}

/** Adds parts to a listing that has none of the kind. */
export async function saveParts(
  changing: Changing,
  id: string,
  {
    siteIds = [],
    serviceAreas = [],
    eligibility = [],
    contacts = [],
    phones = [],
  }: Partial<ListingParts>,
): Promise<void> {
  const { em } = changing;
  if (siteIds.length > 0) {
    await em.insertMany(
      ListingSiteEntity,
      siteIds.map((location) => ({ listing: id, location })),
    );
  }
  if (serviceAreas.length > 0) {
    await em.insertMany(
      ServiceAreaEntity,
      serviceAreas.map((area, position) => ({
        ...area,
        id: newId('ServiceArea'),
        listing: id,
        position,
      })),
    );
  }
  await addCriteria(changing, id, null, eligibility);
  await addContacts(changing, { listingId: id }, contacts);
  await addPhones(changing, id, phones);
}

/** Removes parts of a listing, to be said anew. Its confirmations, reports and units stay, and the rules of those. */
export async function clearListing(
  changing: Changing,
  id: string,
  parts: Partial<ListingParts>,
): Promise<void> {
  const { em } = changing;
  if (parts.siteIds) await em.nativeDelete(ListingSiteEntity, { listing: id });
  if (parts.serviceAreas) await em.nativeDelete(ServiceAreaEntity, { listing: id });
  if (parts.eligibility) await em.nativeDelete(CriterionEntity, { listing: id, unitId: null });
  if (parts.contacts) await removeContacts(changing, { listingId: id });
  if (parts.phones) await removePhones(changing, id);
}

/** Removes the rules of units. */
export const clearUnitRules = ({ em }: Changing, units: string[]): Promise<number> =>
  em.nativeDelete(CriterionEntity, { unitId: { $in: units } });

/** @param unitId the unit whose rules they are; null where they are the whole listing's */
export async function addCriteria(
  { em }: Changing,
  listing: string,
  unitId: string | null,
  criteria: Criterion[],
): Promise<void> {
  if (criteria.length === 0) return;
  await em.insertMany(
    CriterionEntity,
    criteria.map(({ kind, stance, terms }, position) => ({
      id: newId('Criterion'),
      listing,
      unitId,
      position,
      kind,
      stance,
      terms,
    })),
  );
}

export interface ConfirmationRow {
  listing: string;
  confirmedAt: Date;
  dueAt: Date;
  method: string;
  confirmedBy: string;
  groups: FieldGroup[];
}

/** Adds a confirmation; the listing is due again when the first of its groups is. */
export async function addConfirmation(
  { em, now }: Changing,
  row: ConfirmationRow,
): Promise<string> {
  const id = newId('Confirmation');
  await em.insert(ConfirmationEntity, { id, ...row });
  await em.execute(
    `update org.listing l set due_at = due.at, is_overdue = coalesce(due.at <= ?, false)
     from (select org.confirmation_due(?) as at) due where l.id = ?`,
    [now, row.listing, row.listing],
  );
  return id;
}

/**
 * Writes down which listings are overdue by now, the longest first; one that another server is at, it writes down.
 * @returns how many
 */
export async function markOverdue({ em, now }: Changing, many: number): Promise<number> {
  const marked = await em.execute<unknown[]>(
    `update org.listing set is_overdue = true where id in (
       select id from org.listing where due_at <= ? and due_at is not null and not is_overdue and status <> 'WITHDRAWN'
       order by due_at limit ? for update skip locked) returning 1`,
    [now, many],
  );
  return marked.length;
}

/** Whose a listing is, and of what type; null where there is none. */
export async function ownerOf(
  { em }: Changing,
  id: string,
): Promise<{ organizationId: string; type: ListingRow['type'] } | null> {
  const [row] = await em.execute<{ organizationId: string; type: ListingRow['type'] }[]>(
    'select organization_id as "organizationId", type from org.listing where id = ?',
    [id],
  );
  return row ?? null;
}

/** Whether a listing is of an organization, and of a type; it is held until the change is kept. */
export async function isListingOf(
  { em }: Changing,
  { id, organizationId, type }: { id: string; organizationId: string; type: string },
): Promise<boolean> {
  const found = await em.execute<unknown[]>(
    'select 1 from org.listing where id = ? and organization_id = ? and type = ? for update',
    [id, organizationId, type],
  );
  return found.length > 0;
}

/** Says that something told of a listing has changed. */
export async function touchListing({ em, now }: Changing, id: string): Promise<void> {
  await em.nativeUpdate(ListingEntity, { id }, { updatedAt: now });
}

/** Of what type a listing is, at which version, and in what state. */
export interface ListingState {
  type: ListingRow['type'];
  version: number;
  status: ListingStatus;
  statusReason: string | null;
  pausedUntil: Date | null;
}

/** Of a listing that is there. */
export async function stateOf({ em }: Changing, id: string): Promise<ListingState> {
  const [row] = await em.execute<
    (Omit<ListingState, 'pausedUntil'> & { pausedUntil: string | null })[]
  >(
    `select type, version, status, status_reason as "statusReason", paused_until as "pausedUntil"
     from org.listing where id = ?`,
    [id],
  );
  const { pausedUntil, ...state } = row!;
  return { ...state, pausedUntil: pausedUntil === null ? null : new Date(pausedUntil) };
}

/** Counts a change of a listing. @returns the version that it made */
export async function countVersion({ em, now }: Changing, id: string): Promise<number> {
  const [row] = await em.execute<{ version: number }[]>(
    'update org.listing set version = version + 1, updated_at = ? where id = ? returning version',
    [now, id],
  );
  return row!.version;
}

/** Listings whose pause has ended, the longest ago first. */
export async function endedPauses({ em, now }: Changing, many: number): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    'select id from org.listing where paused_until <= ? order by paused_until, id limit ?',
    [now, many],
  );
  return rows.map(({ id }) => id);
}

/** Holds a listing until the change is kept, where its pause has ended and nobody else is at it. */
export async function holdEndedPause({ em, now }: Changing, id: string): Promise<boolean> {
  const held = await em.execute<unknown[]>(
    'select 1 from org.listing where id = ? and paused_until <= ? for update skip locked',
    [id, now],
  );
  return held.length > 0;
}

export async function saveState(
  { em }: Changing,
  id: string,
  { status, statusReason, pausedUntil }: Omit<ListingState, 'type' | 'version'>,
): Promise<void> {
  await em.execute(
    'update org.listing set status = ?, status_reason = ?, paused_until = ? where id = ?',
    [status, statusReason, pausedUntil, id],
  );
}

/** Of an organization that is there. */
export async function organizationName({ em }: Changing, id: string): Promise<string> {
  const [row] = await em.execute<{ name: string }[]>(
    'select name from org.organization where id = ?',
    [id],
  );
  return row!.name;
}
