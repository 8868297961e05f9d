import fc from 'fast-check';
import { digestOf, eventSelected, type EventRow } from '../../src/audit/event.js';
import { hashOf, noSeal } from '../../src/audit/seal.js';
import { sealsAfter } from '../../src/audit/seals.query.js';
import { raw, sql, type Sql } from '../../src/kernel/index.js';
import type { OwnConnection } from '../support/audit-log.js';

/** The numbers of what is sealed, and of the seals. */
export interface Log {
  events: readonly bigint[];
  seals: readonly bigint[];
}

/** One tampering: what is done, to which event or seal, with which other, by how much. */
export interface Tampering {
  kind: keyof typeof changes;
  column: string;
  which: number;
  other: number;
  by: number;
  /** Whether a head was written down before. */
  head: boolean;
}

/** A tampering at work. */
interface Doing extends Tampering {
  own: OwnConnection;
  log: Log;
  event: string;
  otherEvent: string;
  seal: string;
  otherSeal: string;
}

/** Another value of a column, unlike the one that is there. */
const others: Record<string, (by: number) => Sql> = {
  number: (by) => sql`number + ${by}::int`,
  at: (by) => sql`at + ${by}::int * interval '1 microsecond'`,
  viewer_kind: (by) =>
    sql`case viewer_kind when 'HOST' then 'STEWARD' else 'HOST' end || repeat(' ', ${by % 2}::int)`,
  viewer_id: (by) =>
    sql`case when viewer_id is null then '' when ${by % 3}::int = 0 then null else viewer_id || 'x' end`,
  action: (by) => sql`overlay(action placing chr(${65 + (by % 26)}::int) from 3)`,
  thing_id: (by) =>
    sql`case when thing_id is null then 'null' when ${by % 3}::int = 0 then null else thing_id || ' ' end`,
  // The same to whoever reads it as JSON.
  detail: (by) =>
    by % 2 ? sql`(detail::text || ' ')::json` : sql`json_build_object('other', ${by}::int)`,
  events: (
    by,
  ) => sql`case when ${by % 2}::int = 0 then events + int8multirange(int8range(lower(events) - 1, lower(events)))
    else events - int8multirange(int8range(upper(events) - 1, upper(events))) end`,
  digests: (by) => flipped('digests', by),
  previous: (by) => flipped('previous', by),
  hash: (by) => flipped('hash', by),
  sealed_at: (by) => sql`sealed_at - ${by}::int * interval '1 microsecond'`,
};
const flipped = (column: string, by: number) =>
  sql`set_byte(${raw(column)}, ${by % 32}::int, 255 - get_byte(${raw(column)}, ${by % 32}::int))`;
const eventFields = ['number', 'at', 'viewer_kind', 'viewer_id', 'action', 'thing_id', 'detail'];
const sealFields = ['number', 'events', 'digests', 'previous', 'hash', 'sealed_at'];
const fieldOf = (fields: string[], { column, by }: Doing) =>
  fields.includes(column) ? column : fields[by % fields.length]!;
const change = (table: string, column: string, number: string, by: number) =>
  sql`update ${raw(table)} set ${raw(column)} = ${others[column]!(by)} where number = ${number}::bigint`;

/** Every number of a table is made another in one go: what is unique is looked at at the end. */
const swap = async (own: OwnConnection, table: string, one: string, other: string) => {
  const free = '9000000000000';
  for (const [from, to] of [
    [one, free],
    [other, one],
    [free, other],
  ] as const) {
    await own.rows(
      sql`update ${raw(table)} set number = ${to}::bigint where number = ${from}::bigint`,
    );
  }
};

/** What someone with the database in her hands may do to what is sealed. */
export const changes = {
  changeEvent: (doing: Doing) =>
    doing.own.rows(change('audit.event', fieldOf(eventFields, doing), doing.event, doing.by)),
  changeSeal: (doing: Doing) =>
    doing.own.rows(change('audit.seal', fieldOf(sealFields, doing), doing.seal, doing.by)),
  deleteEvents: ({ by, event, own }: Doing) =>
    own.rows(sql`delete from audit.event where number >= ${event}::bigint
      and number < ${event}::bigint + ${by}::int and number <= (select max(upper(events)) from audit.seal)`),
  /** Into a gap, or as a copy of another. */
  insertEvent: ({ event, own }: Doing) =>
    own.rows(sql`insert into audit.event overriding system value
      select (select min(e.number) + 1 from audit.event e where e.number >= ${event}::bigint
        and not exists (select from audit.event n where n.number = e.number + 1)),
        at, viewer_kind, viewer_id, action, thing_id, detail from audit.event where number = ${event}::bigint`),
  swapEvents: ({ event, otherEvent, own }: Doing) => swap(own, 'audit.event', event, otherEvent),
  deleteSeal: ({ own, seal }: Doing) =>
    own.rows(sql`delete from audit.seal where number = ${seal}::bigint`),
  swapSeals: ({ otherSeal, own, seal }: Doing) => swap(own, 'audit.seal', seal, otherSeal),
  /** A sealed event is put into the queue, to be sealed once more. */
  waitAgain: ({ event, own }: Doing) =>
    own.rows(sql`insert into audit.unsealed values (${event}::bigint)`),
  /** A seal is made anew over other words, its own hash too, and what comes after it is left. */
  forgeSeal: async (doing: Doing) => {
    const { log, own, seal } = doing;
    // The last has none after it: only a head would tell.
    const forged = BigInt(seal) === log.seals.at(-1) ? log.seals[0]! : BigInt(seal);
    await forge(own, forged, forged);
  },
  /** The same, and every seal after it. */
  forgeChain: ({ log, own, seal }: Doing) => forge(own, BigInt(seal), log.seals.at(-1)!),
  /** The last seals go, with the events in them. */
  cutTail: async ({ own, seal }: Doing) => {
    await own.rows(sql`delete from audit.event e using audit.seal s
      where s.number >= ${seal}::bigint and s.events @> e.number`);
    await own.rows(sql`delete from audit.seal where number >= ${seal}::bigint`);
  },
} satisfies Record<string, (doing: Doing) => Promise<unknown>>;

/** Changes an event of a seal, and makes the seals from it up to another anew, as a sealer would. */
async function forge(own: OwnConnection, from: bigint, upTo: bigint): Promise<void> {
  await own.rows(sql`update audit.event set action = action || 'x'
    where number = (select lower(events) from audit.seal where number = ${`${from}`}::bigint)`);
  const seals = await sealsAfter(own, 0n, upTo);
  let previous = noSeal.hash;
  for (const seal of seals) {
    if (seal.number >= from) {
      const events = await own.rows<EventRow>(sql`select ${raw(eventSelected)} from audit.event e
        where ${seal.events}::int8multirange @> e.number order by e.number`);
      const forged = { ...seal, previous, digests: events.map(digestOf).join('') };
      seal.hash = hashOf(forged);
      await own.rows(sql`update audit.seal set digests = decode(${forged.digests}, 'hex'),
        previous = decode(${previous}, 'hex'), hash = decode(${seal.hash}, 'hex')
        where number = ${`${seal.number}`}::bigint`);
    }
    previous = seal.hash;
  }
}

/** Only a head that was written down tells these from a log that nobody touched. */
const byHeadAlone = new Set<string>(['forgeChain', 'cutTail']);

export const tampers = (): fc.Arbitrary<Tampering> =>
  fc
    .record({
      kind: fc.constantFrom(...(Object.keys(changes) as (keyof typeof changes)[])),
      column: fc.constantFrom(...eventFields, ...sealFields),
      which: fc.nat(999),
      other: fc.nat(999),
      by: fc.integer({ min: 1, max: 1_000 }),
      head: fc.boolean(),
    })
    .map((one) => ({ ...one, head: one.head || byHeadAlone.has(one.kind) }));

/** Whoever owns a table may set its guards aside. */
export async function without(own: OwnConnection): Promise<void> {
  await own.rows(sql`alter table audit.event disable trigger user`);
  await own.rows(sql`alter table audit.seal disable trigger user`);
  await own.rows(sql`alter table audit.event alter column number drop identity`);
}

export async function tamper(own: OwnConnection, log: Log, one: Tampering): Promise<void> {
  const of = (numbers: readonly bigint[], which: number) => `${numbers[which % numbers.length]}`;
  await changes[one.kind]({
    ...one,
    own,
    log,
    event: of(log.events, one.which),
    otherEvent: of(log.events, one.other),
    seal: of(log.seals, one.which),
    otherSeal: of(log.seals, one.other),
  });
}
