import { isHeld, isNew } from '../access/index.js';
import {
  capacityIn,
  isOfNation,
  isOpen,
  knowsDoorsOf,
  mayApprove,
  mayReadUnheld,
  type Reach,
} from '../disclosure/index.js';
import {
  all,
  enumOf,
  raw,
  readBy,
  sql,
  textArray,
  utc,
  withholdsAny,
  type Sql,
} from '../kernel/index.js';

/** What waits to be done by those who keep something true. */
export const WorkKind = enumOf(
  'CONFIRMATION_OVERDUE',
  'NEVER_CONFIRMED',
  'REMINDED_IN_VAIN',
  'NEVER_REPORTED',
  'SUGGESTION',
  'PROPOSAL',
  'NO_COORDINATOR',
  'NOT_ADMITTED',
  'DUPLICATE',
);
export type WorkKind = keyof typeof WorkKind;

/** Who looks, and when. */
export interface Looking {
  account: string;
  reach: Reach;
  now: Date;
}

/** What of a kind waits: `from` is joined to the organization `o` that it is of, as what the viewer keeps as `c.capacity`. */
interface Waiting {
  from: string;
  /** Columns: what it is of, itself where that differs, and since when it waits. */
  thing: string;
  itself?: string;
  since: string;
  where: (looking: Looking) => Sql;
  /** What of it a steward is told, where that is not what she decides on. */
  toldStewards?: Sql;
  /** Others are told nothing of it. */
  onlyStewards?: true;
}

const listings = 'org.listing l join org.organization o on o.id = l.organization_id';
const capacity = raw('c.capacity');
const isStewards = sql`${capacity} = 'STEWARD'`;
/** Of a nation's a steward decides nothing; that it is there she may be told. */
const isStewardsOrNations = sql`(${isStewards} or ${isOfNation('o.id')})`;
const hasNobody = raw(
  'not exists (select from auth.role_grant g where g.organization_id = o.id and g.ended_at is null)',
);
/** Where an address is withheld, and each who is there is new: none of them reads yet what the organization is told. */
const nobodyReads = (
  now: Date,
): Sql => sql`(${withholdsAny('o.id')} and not exists (select from auth.role_grant g
  where g.organization_id = o.id and ${isHeld} and not ${isNew(now)}))`;
const moment = (now: Date): Sql => sql`${now.toISOString()}::timestamptz`;

const waiting: Record<WorkKind, Waiting> = {
  CONFIRMATION_OVERDUE: {
    from: listings,
    thing: 'l.id',
    since: 'l.due_at',
    where: ({ now }) => sql`l.status <> 'WITHDRAWN' and l.due_at <= ${moment(now)}`,
  },
  NEVER_CONFIRMED: {
    from: listings,
    thing: 'l.id',
    since: 'l.created_at',
    where: () => sql`l.status <> 'WITHDRAWN' and l.due_at is null`,
  },
  REMINDED_IN_VAIN: {
    from: `org.reminder r join org.listing l on l.id = r.listing_id and l.due_at = r.due_at
      join org.organization o on o.id = l.organization_id`,
    thing: 'l.id',
    since: 'r.made_at',
    where: () => sql`r.attempt = 3 and l.status <> 'WITHDRAWN'`,
    // Of a nation's, what a steward is told of anyway: that its people may need someone to ask after them. She decides nothing of it.
    toldStewards: sql`(${isStewards} or ${isOfNation('o.id')} and exists (select from pub.listing told where told.id = l.id))`,
    onlyStewards: true,
  },
  NEVER_REPORTED: {
    from: listings,
    thing: 'l.id',
    since: 'l.created_at',
    where: () => sql`l.status = 'ACTIVE' and l.type = 'HOUSING' and exists (select from org.unit u
      where u.listing_id = l.id and not exists (select from org.availability_report v where v.unit_id = u.id))`,
  },
  SUGGESTION: {
    from: 'org.suggestion s join org.organization o on o.id = s.organization_id',
    thing: 's.thing_id',
    itself: 's.id',
    since: 's.suggested_at',
    // Who may not read its words does not resolve it. Where nobody is who does, whoever is new there and a steward learn that it waits.
    where: ({ reach, now }) =>
      sql`s.state = 'OPEN' and (${mayReadUnheld('o.id', reach)} or ${hasNobody} or ${nobodyReads(now)})`,
    toldStewards: sql`(c.capacity is not null or ${hasNobody})`,
  },
  PROPOSAL: {
    from: 'org.proposal p join org.organization o on o.id = p.organization_id',
    thing: 'coalesce(p.listing_id, p.location_id)',
    itself: 'p.id',
    since: 'p.proposed_at',
    where: ({ account, now }) => sql`${isOpen(now)} and ${mayApprove(account, capacity, now)}`,
  },
  NO_COORDINATOR: {
    from: 'org.organization o',
    thing: 'o.id',
    since: 'o.admitted_at',
    where: () => sql`o.admitted_at is not null and ${hasNobody}`,
    toldStewards: isStewardsOrNations,
    onlyStewards: true,
  },
  NOT_ADMITTED: {
    from: 'org.organization o',
    thing: 'o.id',
    since: 'o.created_at',
    where: () => sql`o.admitted_at is null`,
    toldStewards: isStewards,
    onlyStewards: true,
  },
  DUPLICATE: {
    from: `staging.import_duplicate d join staging.import_row r using (import_id, line)
      join org.import i on i.id = d.import_id join org.organization o on o.id = i.organization_id`,
    thing: 'd.thing_id',
    itself: 'd.id',
    since: 'i.started_at',
    // Of an organization that withholds an address its own people decide, as they alone write what is told of it.
    where: ({ reach, now }) => sql`d.decision is null and r.action <> 'FAULTY' and i.state = 'READY'
      and i.expires_at > ${moment(now)} and ${mayReadUnheld('o.id', reach)}`,
  },
};

const nameOf = (thing: string) => `coalesce((select name from org.listing where id = ${thing}),
  (select name from org.location where id = ${thing}), (select name from org.organization where id = ${thing}),
  (select name from org.tribal_nation where id = ${thing}))`;

/** What waits of some kinds for a viewer: rows of (id, sort_key, kind, region_id, card), the longest waiting first by their key. */
export function workOf(kinds: readonly WorkKind[], looking: Looking): Sql {
  const { organizations, nations, isSteward } = looking.reach;
  const own = textArray([...organizations, ...nations]);
  const branches = kinds.map((kind) => {
    const { from, thing, itself = thing, since, where, toldStewards, onlyStewards } = waiting[kind];
    const hers = isSteward
      ? (toldStewards ?? sql`c.capacity is not null`)
      : sql`o.id = any (${own}::text[]) and c.capacity is not null and ${!onlyStewards}::boolean`;
    return sql`select ${raw(`${itself} || ' ${kind}'`)} as id, ${raw(utc(since))} collate "C" as sort_key,
        ${kind}::text as kind, o.region_id, json_build_object('id', ${raw(`${itself} || ' ${kind}'`)}, 'kind', ${kind}::text,
          'since', ${raw(utc(since))}, 'itselfId', ${raw(itself)}, 'thingId', ${raw(thing)},
          'thingName', ${readBy(knowsDoorsOf('o.id', looking.reach), thing, nameOf(thing))},
          'organizationId', o.id, 'organizationName', o.name) as card
      from ${raw(from)} cross join lateral (select ${capacityIn('o.id', looking.reach)}) c(capacity)
      where ${all([hers, where(looking)])}`;
  });
  return branches.reduce((work, branch) => sql`${work} union all ${branch}`);
}
