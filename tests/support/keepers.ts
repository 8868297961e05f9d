import { after } from 'node:test';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { giveRole } from '../../src/access/give-role.js';
import { sealAddress, type ExactAddress } from '../../src/disclosure/index.js';
import { raw, sql } from '../../src/kernel/index.js';
import { inOne } from '../../src/server/make-ready.js';
import type { Database } from '../../src/server/database/open-database.js';
import { SuggestionLimit } from '../../src/upkeep/index.js';
import { openDirectory, type Directory } from './directory.js';
import {
  ConfirmListingDocument,
  CreateReportLinkDocument,
  GrantRevealDocument,
  IssueAppKeyDocument,
  OpenSuggestionsDocument,
  PauseListingDocument,
  ProposeDisclosureDocument,
  PublishMaterialDocument,
  RejectDisclosureDocument,
  ResolveSuggestionDocument,
  RestoreListingDocument,
  RevealAddressDocument,
  RevokeAppKeyDocument,
  ReviseConveningDocument,
  ReviseHousingDocument,
  ReviseMaterialDocument,
  ReviseOrganizationDocument,
  ScheduleConveningDocument,
  SuggestCorrectionDocument,
  TightenDisclosureDocument,
  WithdrawListingDocument,
} from './documents.js';
import { appWith, broughtIn, comeIn, type SignedIn } from './people.js';
import { shelter, toldSite } from './shelters.js';
import { copyForCommands } from './template.js';
import { dataKey, vaultOf } from './vaults.js';

/*
 * Two networks in which an organization withholds a door, and wrote of it before it did: all that may lead there. Another door in
 * each, and other words; every row, id, moment and session is the same.
 */

/** The word that a door and what leads to it have, in each of the two. */
export const WORDS = ['Quillmarsh', 'Tansywick'] as const;
const [HERE, THERE] = WORDS;
const STREET = `88 ${HERE} Road`;
const DOOR: ExactAddress = { lines: [STREET], city: 'Bemidji', postalCode: '56601' };
const ANNEX: ExactAddress = { ...DOOR, lines: [`3 ${HERE} Alley`] };
const reason = `It is next to ${STREET}.`;
export const NOW = new Date('2026-11-20T18:00:00Z');
const HOUR_MS = 3_600_000;
const vault = vaultOf(dataKey('keepers'));

/** What is in both by the same ids. */
export interface Kept {
  organization: string;
  /** A listing that only its own people are told of; one that all are; one that was withdrawn, and one that was written anew. */
  own: string;
  told: string;
  withdrawn: string;
  anew: string;
  house: string;
  office: string;
  /** A place whose street is told, and which its own people alone are told of. */
  night: string;
  /** Another organization, which withholds nothing, and hosts with it. */
  other: string;
  /** Of the library: what said where the house is, and does not any more, or was taken out as it was; by whom it is hosted. */
  library: Library;
  unit: string;
  proposal: string;
  suggestion: string;
  /** By which an answer is looked up. */
  code: string;
  link: string;
  advocate: string;
  newcomer: string;
  /** Who is settled, and answers for a key of an app. */
  colleague: string;
  /** Addresses of forms: of what is the organization's own, and of what is told. */
  forms: string[];
}

/** Hosted by the organization; with another; by another since, when the door was withheld later, and after that. */
const LIBRARY = [
  'meets',
  'shared',
  'left',
  'leftLate',
  'gone',
  'goneLeft',
  'leaflet',
  'goneLeaflet',
] as const;
export type Library = Record<(typeof LIBRARY)[number], string>;

/**
 * Who may not know the door: someone new to the organization, who is of another host too; a steward; an app of it; someone of another
 * host.
 */
export type Keepers = Record<'newcomer' | 'steward' | 'tool' | 'cohost', Record<string, string>>;

export interface KeepersWorlds {
  one: Directory;
  other: Directory;
  kept: Kept;
  keepers: Keepers;
  /** Of her people, who knows the door. */
  settled: Record<string, string>;
}

let seconds = 0;
/** What is done later is later: lists are in an order. */
const tick = ({ setNow }: Directory) => setNow(new Date(NOW.getTime() + (seconds += 1) * 1_000));

/** Her own changes, each of which must succeed. */
const doing = (directory: Directory, { headers }: Pick<SignedIn, 'headers'>) =>
  async function done<Data, Variables>(
    document: Parameters<typeof directory.ask<Data, Variables>>[0],
    input: object,
  ) {
    tick(directory);
    const { body, text } = await directory.ask(document, { input } as Variables, headers);
    const [payload] = Object.values((body.data ?? {}) as object) as { userErrors: object[] }[];
    if (body.errors || payload!.userErrors.length > 0) throw new Error(text);
    return body.data!;
  };

const versionOf = async ({ database: { read } }: Directory, id: string) =>
  (
    await read.rows<{ version: number }>(sql`select version from org.listing where id = ${id}
      union all select version from org.organization where id = ${id}
      union all select version from org.convening where id = ${id}
      union all select version from org.material where id = ${id}`)
  )[0]!.version;

/** An organization and its things, as its own people wrote them. Another house of it is withheld from the first. */
async function build({ database }: Directory) {
  const listed = { disclosure: 'OWN' } as const;
  const annex = await shelter(database, { exact: ANNEX, listed: { ...listed, name: 'The annex' } });
  const { organization } = annex;
  const told = (name: string, line: string, disclosure: 'OWN' | 'PUBLISHED') => ({
    ...toldSite({ ...DOOR, point: null, lines: [line] }),
    name,
    disclosure,
  });
  const home = await shelter(database, {
    organization,
    site: told(`The house at ${STREET}`, STREET, 'OWN'),
    listed: {
      ...listed,
      name: `Beds at ${STREET}`,
      howToApply: `Come to ${STREET}.`,
      units: [{ name: `Upstairs, ${STREET}`, capacity: 4, eligibility: [] }],
    },
  });
  const office = await shelter(database, {
    organization,
    site: told('Office of a test', '310 Sample Avenue', 'PUBLISHED'),
    listed: { name: 'Rooms of a test' },
  });
  const [withdrawn, anew] = [
    await shelter(database, { organization, listed: { ...listed, name: `Beds of ${STREET}` } }),
    await shelter(database, { organization, listed: { ...listed, name: `Rooms by ${STREET}` } }),
  ];
  const night = await shelter(database, {
    organization,
    site: told('Night site', `12 ${HERE} Lane`, 'OWN'),
    listed: { ...listed, name: 'Night rooms' },
  });
  const other = await shelter(database, {
    site: told('Office of another', '9 Sample Way', 'PUBLISHED'),
    said: { name: 'Another Host Of A Test' },
  });
  return { home, office, annex, withdrawn, anew, night, other };
}
type Things = Awaited<ReturnType<typeof build>>;

/** What its people said of it all while the street was told. */
async function live(
  directory: Directory,
  things: Things,
  people: Record<'dee' | 'eve' | 'ada', SignedIn>,
) {
  const { home, office, annex, withdrawn } = things;
  const [done, eves] = [doing(directory, people.dee), doing(directory, people.eve)];
  const now = async (id: string) => ({ id, version: await versionOf(directory, id), reason });
  const links: { id: string; url: string }[] = [];
  for (const listingId of [home.listing, office.listing]) {
    const made = await done(CreateReportLinkDocument, { listingId, label: `Desk at ${STREET}` });
    const { reportLink, url } = made.createReportLink!;
    links.push({ id: reportLink!.id, url: url! });
  }
  const propose = async (id: string) => {
    const made = await done(ProposeDisclosureDocument, { id, to: 'PARTNERS', reason });
    return made.proposeDisclosure!.proposal!.id;
  };
  await eves(RejectDisclosureDocument, { proposalId: await propose(home.listing) });
  const proposal = await propose(home.listing);
  const personId = people.ada.id;
  await done(GrantRevealDocument, { listingId: home.listing, personId, reason });
  await done(RevealAddressDocument, { listingId: annex.listing, purpose: reason });
  await done(PauseListingDocument, await now(home.listing));
  await done(RestoreListingDocument, await now(home.listing));
  await done(ReviseHousingDocument, { ...(await now(home.listing)), fees: `None at ${STREET}.` });
  await done(ReviseOrganizationDocument, {
    ...(await now(home.organization)),
    description: 'Sample.',
  });
  await done(ConfirmListingDocument, { listingId: home.listing, method: 'CALL' });
  await done(WithdrawListingDocument, await now(withdrawn.listing));
  const key = {
    name: `Board of ${STREET}`,
    scopes: ['listings:write'],
    organizationId: home.organization,
  };
  await done(IssueAppKeyDocument, key);
  const { issueAppKey: ending } = await done(IssueAppKeyDocument, key);
  const endingKey = ending!.appKey!.id;
  return { ...(await correct(directory, office.listing, people.dee)), links, proposal, endingKey };
}

/** What those said who may not know the door, after it was withheld: nothing of it is refused them. */
async function wordsOfOthers(
  directory: Directory,
  { home, office, anew, annex }: Things,
  { newcomer, steward, ada }: Record<'newcomer' | 'steward' | 'ada', SignedIn>,
) {
  const [done, stewards] = [doing(directory, newcomer), doing(directory, steward)];
  for (const said of [reason, `They call it ${HERE}, I hear.`]) {
    for (const { listing: listingId } of [home, office])
      await done(CreateReportLinkDocument, { listingId, label: said });
    const of = said === reason ? anew : annex;
    const proposed = { id: of.listing, to: 'PARTNERS', reason: said };
    await done(ProposeDisclosureDocument, proposed);
  }
  const further = { id: home.location, to: 'PARTNERS', reason: `They call it ${HERE}, I hear.` };
  await stewards(ProposeDisclosureDocument, further);
  // She knows one door of two.
  const asked = { listingId: home.listing, purpose: further.reason };
  await doing(directory, ada)(RevealAddressDocument, asked);
}

/** What was hosted and published while the street was told. @param by someone of both hosts */
async function host(directory: Directory, { home, other }: Things, by: SignedIn): Promise<Library> {
  const done = doing(directory, by);
  const [hers, others] = [home.organization, other.organization];
  const leading = { title: 'Table', topic: 'A test', description: `Come to ${STREET}.` };
  const schedule = async (...hostIds: string[]) => {
    const at = {
      startsAt: '2026-12-01T18:00:00Z',
      endsAt: '2026-12-01T20:00:00Z',
      timeZone: 'UTC',
    };
    const made = await done(ScheduleConveningDocument, { ...leading, ...at, hostIds });
    return made.scheduleConvening!.convening!.id;
  };
  const publish = async () => {
    const { topic, ...words } = leading;
    const made = await done(PublishMaterialDocument, {
      ...words,
      topics: [topic],
      organizationId: hers,
      kind: 'GUIDE',
      audiences: ['PUBLIC'],
      language: 'en',
      url: 'https://example.org/guide',
    });
    return made.publishMaterial!.material!.id;
  };
  const library = {
    meets: await schedule(hers),
    shared: await schedule(hers, others),
    left: await schedule(hers),
    leftLate: await schedule(hers),
    gone: await schedule(hers),
    goneLeft: await schedule(hers),
    leaflet: await publish(),
    goneLeaflet: await publish(),
  };
  const now = async (id: string) => ({ id, version: await versionOf(directory, id), reason });
  for (const name of LIBRARY) {
    const changed = name.startsWith('gone') ? { withdrawn: true } : { description: null };
    const input = { ...(await now(library[name])), ...changed };
    await (name.endsWith('eaflet')
      ? done(ReviseMaterialDocument, input)
      : done(ReviseConveningDocument, input));
  }
  for (const name of ['left', 'goneLeft'] as const)
    await done(ReviseConveningDocument, { ...(await now(library[name])), hostIds: [others] });
  return library;
}

/** What is said to be wrong of a listing: one waits, the other was answered. */
async function correct(directory: Directory, thingId: string, by: SignedIn) {
  const [suggest, done] = [doing(directory, { headers: {} }), doing(directory, by)];
  const waiting = async () => {
    const { body } = await directory.ask(OpenSuggestionsDocument, { first: 9 }, by.headers);
    return body.data!.viewer.suggestions.nodes[0]!.id;
  };
  const input = { thingId, words: reason };
  const { suggestCorrection: first } = await suggest(SuggestCorrectionDocument, input);
  const answered = { id: await waiting(), outcome: 'ACCEPTED', answer: 'Thank you.' };
  await done(ResolveSuggestionDocument, answered);
  await suggest(SuggestCorrectionDocument, input);
  return { code: first!.suggestion!.code!, suggestion: await waiting() };
}

/** Every text of the sources that has the one word has the other; nothing is told of it, and nothing follows. */
async function reword({ em }: Pick<Database, 'em'>): Promise<void> {
  const manager = em();
  const columns = await manager.execute<{ table: string; column: string; type: string }[]>(
    `select format('%I.%I', c.table_schema, c.table_name) as table, quote_ident(c.column_name) as column,
       format_type(a.atttypid, null) as type
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     join pg_attribute a on a.attname = c.column_name
       and a.attrelid = format('%I.%I', c.table_schema, c.table_name)::regclass
     where c.table_schema in ('org', 'auth') and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
       and format_type(a.atttypid, null) in ('text', 'text[]', 'json', 'jsonb')`,
  );
  for (const table of new Set(columns.map((one) => one.table))) {
    const own = columns.filter((one) => one.table === table);
    await manager.execute(`alter table ${table} disable trigger user`);
    for (const { column, type } of own) {
      await manager.execute(
        `update ${table} set ${column} = replace(${column}::text, ?, ?)::${type} where ${column}::text like ?`,
        [HERE, THERE, `%${HERE}%`],
      );
    }
    await manager.execute(`alter table ${table} enable trigger user`);
  }
}

/** In how many rows of which tables of the sources a word stands. */
export async function rowsWith({ database: { read } }: Directory, word: string) {
  const tables = await read.rows<{
    name: string;
  }>(sql`select format('%I.%I', table_schema, table_name) as name
    from information_schema.tables where table_schema in ('org', 'auth') and table_type = 'BASE TABLE'`);
  const found = new Map<string, number>();
  for (const { name } of tables) {
    const [row] = await read.rows<{ many: number }>(
      sql`select count(*)::int as many from ${raw(name)} t where t::text like ${`%${word}%`}`,
    );
    if (row!.many > 0) found.set(name, row!.many);
  }
  return found;
}

const moved = ({ lines, ...rest }: ExactAddress): ExactAddress => ({
  ...rest,
  lines: lines.map((line) => line.replace(HERE, THERE)),
});

/** The first of two, as long as it is alone. */
async function settle(directory: Directory) {
  tick(directory);
  const things = await build(directory);
  const { home, office, annex, withdrawn, anew } = things;
  const { organization } = home;
  const [dee, eve, ada] = [
    await comeIn(directory, 'COORDINATOR', organization),
    await comeIn(directory, 'COORDINATOR', organization),
    await comeIn(directory, 'ADVOCATE'),
  ];
  const steward = await comeIn(directory, 'STEWARD');
  const { organization: other } = things.other;
  const cohost = await comeIn(directory, 'COORDINATOR', other);
  const joint = await comeIn(directory, 'COORDINATOR', organization);
  const givenToo = ({ id }: SignedIn) =>
    directory.change((changing) =>
      giveRole(changing, id, { role: 'COORDINATOR', organizationId: other }, null),
    );
  await givenToo(joint);
  const tool = await appWith(
    directory,
    ['directory:read', 'listings:write', 'availability:write'],
    organization,
  );
  const said = await live(directory, things, { dee, eve, ada });
  const library = await host(directory, things, joint);
  const withheldReason = 'CONFIDENTIAL_SHELTER';
  const withhold = {
    id: home.location,
    to: 'STREET_WITHHELD',
    withheldReason,
    reason: 'It is hidden.',
  };
  await doing(directory, eve)(TightenDisclosureDocument, withhold);
  const late = { id: library.leftLate, version: await versionOf(directory, library.leftLate) };
  await doing(directory, joint)(ReviseConveningDocument, { ...late, hostIds: [other] });
  const version = await versionOf(directory, anew.listing);
  await doing(directory, dee)(ReviseHousingDocument, { id: anew.listing, version, name: 'Rooms' });
  tick(directory);
  const newcomer = await broughtIn(directory, dee, 'COORDINATOR', organization);
  await givenToo(newcomer);
  await wordsOfOthers(directory, things, { newcomer, steward, ada });
  // The newest of what is told: it is among the first that anyone reads.
  await doing(directory, dee)(RevokeAppKeyDocument, { id: said.endingKey });
  const [unit] = await directory.database.read.rows<{ id: string }>(
    sql`select id from org.unit where listing_id = ${home.listing}`,
  );
  const kept: Kept = {
    organization,
    own: home.listing,
    told: office.listing,
    withdrawn: withdrawn.listing,
    anew: anew.listing,
    house: home.location,
    office: office.location,
    night: things.night.location,
    other,
    library,
    unit: unit!.id,
    proposal: said.proposal,
    suggestion: said.suggestion,
    code: said.code,
    link: said.links[1]!.id,
    advocate: ada.id,
    newcomer: newcomer.id,
    colleague: dee.id,
    forms: said.links.map(({ url }) => new URL(url, 'http://localhost').pathname),
  };
  const keepers: Keepers = {
    newcomer: newcomer.headers,
    steward: steward.headers,
    tool: tool.headers,
    cohost: cohost.headers,
  };
  return {
    kept,
    keepers,
    settled: dee.headers,
    doors: { [home.location]: DOOR, [annex.location]: ANNEX },
  };
}

/** Opens both, and closes them after the tests of the file. */
export async function openKeepersWorlds(): Promise<KeepersWorlds> {
  const first = await copyForCommands();
  const alone = await first.open(vault);
  const directory = await openDirectory({ database: alone });
  const { doors, ...kept } = await settle(directory);
  await directory.leave();
  await alone.close();
  const second = await first.copy();
  const [here, there] = [await first.open(vault), await second.open(vault)];
  const [one, other] = [
    await openDirectory({ database: here }),
    await openDirectory({ database: there }),
  ];
  after(async () => {
    for (const { leave } of [one, other]) await leave();
    for (const database of [here, there]) await database.close();
    await second.remove();
    await first.remove();
  });
  await reword(there);
  await inOne(there, async (sealing) => {
    for (const [locationId, exact] of Object.entries(doors))
      await sealAddress({ locationId, exact: moved(exact), enteredBy: null }, sealing);
  });
  for (const { setNow, house } of [one, other]) {
    setNow(new Date(NOW.getTime() + HOUR_MS));
    // How many may be asked for an hour is a test of its own.
    house.suggesting = new SuggestionLimit(
      (_of, limits) => new RateLimiterMemory({ ...limits, points: Number.MAX_SAFE_INTEGER }),
    );
  }
  return { one, other, ...kept };
}
