import { randomBytes } from 'node:crypto';
import { applyImport } from '../../src/imports/apply-import.command.js';
import { csvRow } from '../../src/imports/cell-text.js';
import { readNextImport } from '../../src/imports/read-imports.command.js';
import { receiveUpload } from '../../src/imports/receive-upload.command.js';
import { startImport } from '../../src/imports/start-import.command.js';
import { newId, sql, type Person } from '../../src/kernel/index.js';
import { registerOrganization, type RegisterOrganization } from '../../src/organizations/index.js';
import { openDatabase, type Database } from '../../src/server/database/open-database.js';
import { inOne } from '../../src/server/make-ready.js';
import { newDataKey, noVault, Vault } from '../../src/vault/index.js';

/** What a sheet of so many new listings takes. */
export interface ImportFigures {
  rows: number;
  megabytes: number;
  dryRunSeconds: number;
  /** How often it could be seen that it had gone on. */
  steps: number;
  /** Of a smaller sheet: all of it applied, in one transaction. */
  applied: { rows: number; seconds: number };
}

const ROWS = 20_000;
const APPLIED_ROWS = 1_000;
const MB = 1_048_576;
const seconds = (from: number) => (performance.now() - from) / 1_000;

/** A sheet of new housing options, as a large organization may have it. */
function sheetOf(rows: number, tag: string): Buffer {
  const header =
    'name,summary,description,housing_type,operated_by,units,maximum_stay_days,transport_offered,service_area,phones,languages,hours,fees';
  const lines = Array.from({ length: rows }, (_, nth) =>
    csvRow([
      `${tag} ${randomBytes(6).toString('hex')} House ${nth}`,
      `Rooms for young people who leave trafficking, number ${nth}.`,
      'An advocate is there day and night; meals, clothing and rides to court are offered. '.repeat(
        4,
      ),
      'Transitional',
      'nonprofit; faith',
      'Single rooms: 3; Family rooms: 2',
      '90',
      'yes',
      'Itasca County, MN; Cass County, MN',
      `218-555-${String(nth % 10_000).padStart(4, '0')} (day)`,
      'en; es; so',
      'America/Chicago; Mon-Fri 08:00-17:00; Sat 10:00-14:00',
      'None.',
    ]),
  );
  return Buffer.from(`${header}\r\n${lines.join('')}`);
}

/** Where nothing is. */
const DOOR: RegisterOrganization['locations'][number] = {
  street: 'WITHHELD',
  name: 'The house',
  countyFips: '27137',
  withheldReason: 'CONFIDENTIAL_SHELTER',
  exact: {
    lines: ['4711 Zugunruhe Hollow'],
    city: 'Wrenhaven Ferry',
    postalCode: '00719-4242',
    point: { latitude: 46.713_985, longitude: -93.284_617 },
  },
};

/** Of which organization a sheet is. */
export interface ImportWays {
  /** Whether it withholds an address, against which each text is held. */
  withheld: boolean;
}

/** A coordinator of a new organization. */
async function someone(
  database: Database,
  { withheld }: ImportWays,
): Promise<{ viewer: Person; organization: string }> {
  return inOne(database, async (sealing) => {
    const { id: organization } = await registerOrganization(
      {
        name: `Bench ${randomBytes(4).toString('hex')}`,
        kind: 'NONPROFIT',
        roles: ['PROVIDER'],
        standing: 'SAMPLE',
        contacts: [],
        locations: withheld ? [DOOR] : [],
      },
      sealing,
    );
    const [id, email] = [newId('Account'), `${randomBytes(6).toString('hex')}@example.org`];
    const at = new Date('2026-01-01T00:00:00Z');
    await sealing.em.execute(
      `insert into auth.account (id, email_key, email, name, password_hash, created_at) values (?, ?, ?, 'Bench', '-', ?)`,
      [id, email, email, at],
    );
    await sealing.em.execute(
      `insert into auth.role_grant (id, account_id, role, organization_id, granted_at) values (?, ?, 'COORDINATOR', ?, ?)`,
      [newId('Grant'), id, organization, at],
    );
    const roles = [{ role: 'COORDINATOR', organizationId: organization }] as const;
    return {
      organization,
      viewer: { kind: 'COORDINATOR', id, name: 'Bench', roles, owesSecondFactor: false },
    };
  });
}

async function dryRun(database: Database, bytes: Buffer, ways: ImportWays) {
  const { viewer, organization } = await someone(database, ways);
  const id = await inOne(database, async (sealing) => {
    const { uploadId } = await receiveUpload({ bytes, form: 'CSV' }, viewer, sealing);
    const asked = { uploadId, organizationId: organization, kind: 'HOUSING' } as const;
    return startImport(asked, viewer, sealing);
  });
  let steps = 0;
  const began = performance.now();
  await readNextImport((work) => {
    steps += 1;
    return inOne(database, work);
  });
  const took = seconds(began);
  const [read] = await database.read.rows<{ state: string; rowsNew: number }>(
    sql`select state, rows_new as "rowsNew" from org.import where id = ${id}`,
  );
  return { id, viewer, took, steps, ...read! };
}

/** @throws Error where not every row is read as a new listing */
export async function measureImports(url: string, ways: ImportWays): Promise<ImportFigures> {
  const vault = ways.withheld ? new Vault([newDataKey(new Date())]) : noVault;
  const database = await openDatabase({ url, vault });
  try {
    const file = sheetOf(ROWS, 'Dry');
    const { took, steps, state, rowsNew } = await dryRun(database, file, ways);
    if (state !== 'READY' || rowsNew !== ROWS) throw new Error(`${state}, ${rowsNew} rows`);
    const small = await dryRun(database, sheetOf(APPLIED_ROWS, 'Applied'), ways);
    const began = performance.now();
    await inOne(database, (sealing) => applyImport({ id: small.id }, small.viewer, sealing));
    const applied = { rows: APPLIED_ROWS, seconds: seconds(began) };
    return { rows: ROWS, megabytes: file.length / MB, dryRunSeconds: took, steps, applied };
  } finally {
    await database.close();
  }
}

/** What was measured, in one sentence each. */
export const importsSaid = (figures: ImportFigures): string =>
  `A dry run of ${figures.rows.toLocaleString('en-US')} rows (${figures.megabytes.toFixed(1)} MB) took ` +
  `${figures.dryRunSeconds.toFixed(1)} s, in ${figures.steps} steps; to apply ` +
  `${figures.applied.rows.toLocaleString('en-US')} took ${figures.applied.seconds.toFixed(1)} s.`;
