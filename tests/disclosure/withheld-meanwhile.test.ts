import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tightenDisclosure } from '../../src/disclosure/tighten-disclosure.command.js';
import { sql, type Viewer } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import {
  ResolveSuggestionDocument,
  ReviseHousingDocument,
  ReviseOrganizationDocument,
  SuggestCorrectionDocument,
} from '../support/documents.js';
import { outcome } from '../support/outcome.js';
import { comeIn } from '../support/people.js';
import { shelter, toldSite } from '../support/shelters.js';
import { onPostgresql } from '../support/template.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';
import { until, waitsForLock } from '../support/wait.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('withheld meanwhile')) };
const directory = await openDirectory({ database });
const stella = await comeIn(directory, 'STEWARD');
const words = `Come to ${CANARY.lines[0]!} and ring.`;
const WAIT_MS = 60_000;
const waits = () => waitsForLock(database.read);

/** A house that tells its address, and a listing of it that stands nowhere: nothing of that is held while the address is withheld. */
async function house() {
  const { organization, location } = await shelter(database, { site: toldSite(CANARY) });
  const { listing } = await shelter(database, {
    organization,
    said: { locations: [] },
    listed: { siteIds: [] },
  });
  return { organization, location, listing };
}

/** What a steward is answered who asked before an address was withheld, and was let on after it. */
const ways: Record<
  string,
  (at: Awaited<ReturnType<typeof house>>) => Promise<() => Promise<object>>
> = {
  async reviseHousing({ listing: id }) {
    const input = { id, version: 1, summary: words };
    return () => directory.ask(ReviseHousingDocument, { input }, stella.headers);
  },
  async reviseOrganization({ organization: id }) {
    const [row] = await database.read.rows<{ version: number }>(
      sql`select version from org.organization where id = ${id}`,
    );
    const input = { id, version: row!.version, description: words };
    return () => directory.ask(ReviseOrganizationDocument, { input }, stella.headers);
  },
  async resolveSuggestion({ listing: thingId }) {
    const said = { input: { thingId, words: 'The line is answered until ten at night.' } };
    await directory.ask(SuggestCorrectionDocument, said, {});
    const [row] = await database.read.rows<{ id: string }>(
      sql`select id from org.suggestion where thing_id = ${thingId}`,
    );
    const input = { id: row!.id, outcome: 'DECLINED' as const, answer: words };
    return () => directory.ask(ResolveSuggestionDocument, { input }, stella.headers);
  },
};

// The embedded database has one connection: no second transaction can be open beside the first.
if (onPostgresql()) {
  for (const [way, prepare] of Object.entries(ways)) {
    test(`${way}: who waits while an address is withheld learns no more than who comes after it`, async () => {
      const at = await house();
      const hana = await comeIn(directory, 'COORDINATOR', at.organization);
      const role = { role: 'COORDINATOR' as const, organizationId: at.organization, isNew: false };
      const viewer = { kind: 'PERSON', id: hana.id, roles: [role] } as unknown as Viewer;
      const ask = await prepare(at);
      const { begun } = await directory.change(async (sealing) => {
        const input = {
          id: at.location,
          to: 'STREET_WITHHELD',
          withheldReason: 'CONFIDENTIAL_SHELTER',
          reason: 'It is a shelter from now on.',
        } as const;
        await tightenDisclosure(input, viewer, sealing);
        const begun = ask();
        assert.ok((await until(waits, WAIT_MS)) < WAIT_MS, 'it waits for the organization');
        return { begun };
      });
      const answer = await begun;
      assert.match(outcome(answer as never), /^FORBIDDEN/);
      assert.doesNotMatch(JSON.stringify(answer), /INVALID|street:/);
    });
  }
}
