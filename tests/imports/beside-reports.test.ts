import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDirectory } from '../support/directory.js';
import { ApplyImportDocument, UndoImportDocument } from '../support/documents.js';
import { importer, rowsIn, type Row } from '../support/imports.js';
import { outcome } from '../support/outcome.js';
import { comeIn } from '../support/people.js';
import { shelter } from '../support/shelters.js';
import { onPostgresql } from '../support/template.js';
import { until, waitsForLock } from '../support/wait.js';

const directory = await openDirectory();
const { database } = directory;
const { dryRun, download } = importer(directory);
const home = await shelter(database, { said: { name: 'Sample Home Beside' } });
const { organization } = home;
const second = await shelter(database, { organization, listed: { name: 'Second sample house' } });
const cora = await comeIn(directory, 'COORDINATOR', organization);
const [first, last] = [home.listing, second.listing].sort() as [string, string];
const WAIT_MS = 60_000;
const waits = () => waitsForLock(database.read);

/** A sheet that says something new of both, the first row of it being of the listing that is named. */
async function sheetFrom(topmost: string, summary: string): Promise<string> {
  const rows = rowsIn((await download(cora, organization)).body).map((row): Row => ({
    ...row,
    summary,
  }));
  const sorted = rows.toSorted((one) => (one['id'] === topmost ? -1 : 1));
  const shown = await dryRun(cora, organization, sorted);
  assert.equal(shown.rowsChanged, 2, JSON.stringify(shown));
  return shown.id;
}

/**
 * As whoever reports does: holds a listing, and when what waits for it stands waiting, what is told of its
 * organization.
 */
const reportWhile = <Begun>(listing: string, begin: () => Promise<Begun>) =>
  directory.change(async ({ em }) => {
    await em.execute('select from org.listing where id = ? for no key update', [listing]);
    const begun = begin();
    assert.ok((await until(waits, WAIT_MS)) < WAIT_MS);
    await em.execute(`update org.listing set updated_at = updated_at where id = ?`, [listing]);
    return { begun };
  });

// The embedded database has one connection: no second transaction can be open beside the first.
if (onPostgresql()) {
  for (const [topmost, reported] of [
    [first, last],
    [last, first],
  ] as const) {
    const which = topmost === first ? 'a later' : 'an earlier';
    test(`who reports on a listing of ${which} row while an import is applied does not make it fail, nor its undoing`, async () => {
      const id = await sheetFrom(topmost, `Said anew, ${which} row.`);
      const apply = await reportWhile(reported, () =>
        directory.ask(ApplyImportDocument, { input: { id } }, cora.headers),
      );
      const applied = await apply.begun;
      assert.equal(outcome(applied), 'done', applied.text);
      const undo = await reportWhile(reported, () =>
        directory.ask(
          UndoImportDocument,
          { input: { id, reason: 'The sheet was wrong.' } },
          cora.headers,
        ),
      );
      const undone = await undo.begun;
      assert.equal(outcome(undone), 'done', undone.text);
    });
  }
}
