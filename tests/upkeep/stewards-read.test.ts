import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDirectory, type Answer } from '../support/directory.js';
import {
  KeptOptionDocument,
  KeptOrganizationDocument,
  OpenProposalsDocument,
  OpenSuggestionsDocument,
  ProposeDisclosureDocument,
  RecordConsentDocument,
  RestoreListingDocument,
  ReviseHousingDocument,
  SuggestCorrectionDocument,
  TightenDisclosureDocument,
  WithdrawListingDocument,
} from '../support/documents.js';
import { broughtIn, comeIn } from '../support/people.js';
import { shelter, someNation, toldSite } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const STREET = CANARY.lines[0]!;
const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('stewards read')) };
const directory = await openDirectory({ database });
const home = await shelter(database, {
  site: { ...toldSite(CANARY), name: `The house at ${STREET}` },
  listed: { name: `Beds at ${STREET}`, howToApply: `Come to ${STREET}.` },
});
const own = await shelter(database, {
  organization: home.organization,
  site: { ...toldSite({ ...CANARY, point: null, lines: ['12 Sample Way'] }), name: 'The office' },
  listed: { name: `Rooms by ${STREET}`, disclosure: 'OWN' },
});
const clean = await shelter(database, {
  organization: home.organization,
  site: { ...toldSite({ ...CANARY, point: null, lines: ['14 Sample Way'] }), name: 'The annex' },
  listed: { name: 'Rooms of a test', disclosure: 'OWN' },
});
const cora = await comeIn(directory, 'COORDINATOR', home.organization);
const stella = await comeIn(directory, 'STEWARD');
type Headers = Record<string, string>;

const done = (answer: Answer<object>) => {
  const [payload] = Object.values(answer.body.data ?? {}) as { userErrors: object[] }[];
  assert.deepEqual([answer.body.errors, payload?.userErrors], [undefined, []], answer.text);
};
const read = async (id: string, { headers }: { headers: Headers } = cora) => {
  const { body, text } = await directory.ask(KeptOptionDocument, { id }, headers);
  assert.equal(body.errors, undefined, text);
  const { node } = body.data!;
  return node?.__typename === 'HousingOption' ? node : null;
};
const versionOf = async (id: string) => (await read(id))!.version!;
const reason = 'Someone came to the door.';
/** All that a person reads of an organization, its listings, and what waits to be decided of it. */
const all = async ({ headers }: { headers: Headers }) => {
  const answers = [
    await directory.ask(KeptOrganizationDocument, { id: home.organization }, headers),
    ...(await Promise.all(
      [home, own, clean].map(({ listing }) =>
        directory.ask(KeptOptionDocument, { id: listing }, headers),
      ),
    )),
    await directory.ask(OpenProposalsDocument, { first: 100 }, headers),
    await directory.ask(OpenSuggestionsDocument, { first: 100 }, headers),
  ];
  for (const { body, text } of answers) assert.equal(body.errors, undefined, text);
  return answers.map(({ text }) => text).join('\n');
};

test('what only its own people read of a door that is withheld later, a steward does not', async () => {
  const { headers } = cora;
  done(
    await directory.ask(SuggestCorrectionDocument, {
      input: { thingId: home.listing, words: 'The line is answered until ten at night.' },
    }),
  );
  for (const { listing } of [own, clean]) {
    const input = { id: listing, to: 'PARTNERS' as const, reason: `Open now, next to ${STREET}.` };
    done(await directory.ask(ProposeDisclosureDocument, { input }, headers));
  }
  const withdrawn = { id: home.listing, version: await versionOf(home.listing), reason };
  done(await directory.ask(WithdrawListingDocument, { input: withdrawn }, headers));
  assert.equal((await read(home.listing, stella))!.name, `Beds at ${STREET}`);
  const tighten = {
    id: home.location,
    to: 'STREET_WITHHELD' as const,
    withheldReason: 'CONFIDENTIAL_SHELTER' as const,
    reason,
  };
  done(await directory.ask(TightenDisclosureDocument, { input: tighten }, headers));

  const toOwn = await all(cora);
  assert.equal(toOwn.split(STREET).length - 1, 7, toOwn);
  const toSteward = await all(stella);
  assert.ok(!toSteward.includes('Zugunruhe'), toSteward);
  assert.deepEqual(
    [await read(home.listing, stella), await read(own.listing, stella)],
    [null, null],
  );
  // Nor what does not: by what is gone and what is not she could learn what leads there.
  assert.equal(await read(clean.listing, stella), null);
  assert.doesNotMatch(toSteward, /The office|The annex/);
  assert.match(toSteward, /Not told: it may lead to a withheld address\./);
});

test('she reads again what was written anew, or has come back', async () => {
  const revise = async (id: string, named: object) =>
    done(
      await directory.ask(
        ReviseHousingDocument,
        { input: { id, version: await versionOf(id), ...named } },
        cora.headers,
      ),
    );
  await revise(own.listing, { name: 'Rooms' });
  assert.equal((await read(own.listing, stella))!.name, 'Rooms');
  await revise(home.listing, { name: 'Beds', howToApply: 'Call us.' });
  assert.equal((await read(home.listing, stella))!.name, 'Beds');
  const input = { id: home.listing, version: await versionOf(home.listing), reason };
  done(await directory.ask(RestoreListingDocument, { input }, cora.headers));
  assert.equal((await read(home.listing, stella))!.status, 'ACTIVE');
  // What is new she reads: she may be asked to be the second.
  await revise(clean.listing, { summary: 'Rooms for a test tonight.' });
  assert.equal((await read(clean.listing, stella))!.summary, 'Rooms for a test tonight.');
});

test('whoever is new to a nation reads no terms that may lead to a door which is withheld since', async () => {
  const { nation, organization } = await someNation(database.read);
  const house = await shelter(database, {
    organization,
    said: { name: 'Sample government', kind: 'TRIBAL_GOVERNMENT' },
    site: toldSite({ ...CANARY, point: null, lines: ['21 Zugunruhe Way'] }),
    listed: { disclosure: 'OWN' },
  });
  const nora = await comeIn(directory, 'NATION_COORDINATOR', organization);
  const consent = {
    nationId: nation,
    givenBy: 'The council at 21 Zugunruhe Way',
    terms: 'As long as nobody comes to 21 Zugunruhe Way.',
    coversRecord: true,
    listingIds: [],
  };
  done(await directory.ask(RecordConsentDocument, { input: consent }, nora.headers));
  const tighten = {
    id: house.location,
    to: 'STREET_WITHHELD' as const,
    withheldReason: 'CONFIDENTIAL_SHELTER' as const,
    reason,
  };
  done(await directory.ask(TightenDisclosureDocument, { input: tighten }, nora.headers));
  const nina = await broughtIn(directory, nora, 'NATION_COORDINATOR', organization);
  const { text } = await directory.ask(
    `mutation { withdrawConsent(input: { nationId: "${nation}", reason: "The council is to decide anew." }) {
      consent { givenBy terms endedAt } userErrors { message } } }`,
    {},
    nina.headers,
  );
  const notTold = 'Not told: it may lead to a withheld address.';
  assert.match(text, new RegExp(`"givenBy":"${notTold}","terms":"${notTold}","endedAt":"2`));
});
