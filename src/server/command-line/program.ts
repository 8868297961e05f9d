import { Argument, Command, Option } from 'commander';
import type { BoundaryKind } from '../../geography/index.js';
import type { HousingKind } from '../../housing/index.js';
import type { Role, Scope } from '../../kernel/index.js';
import type { Say } from '../make-ready.js';
import type { IssueKeyOptions } from './people.js';

/** The house is opened only by a command that works in it: help is told at once. */
const work = () => import('./work.js');

const boundaryKinds = Object.keys({
  'tribal-area': true,
  county: true,
  region: true,
} satisfies Record<BoundaryKind, true>);

const roles = Object.keys({
  ADVOCATE: true,
  COORDINATOR: true,
  NATION_COORDINATOR: true,
  STEWARD: true,
} satisfies Record<Role, true>);

const scopes = Object.keys({
  'directory:read': true,
  'partners:read': true,
  'availability:write': true,
  'listings:write': true,
  'changes:read': true,
} satisfies Record<Scope, true>);

const housingKinds = Object.keys({
  EMERGENCY_SHELTER: true,
  SAFE_HOUSE: true,
  MOTEL_VOUCHER: true,
  HOST_HOME: true,
  SPECIALIZED_FOSTER_CARE: true,
  TRANSITIONAL: true,
  RAPID_REHOUSING: true,
  PERMANENT_SUPPORTIVE: true,
  MATERNITY_HOME: true,
  RESIDENTIAL_TREATMENT: true,
  CRISIS_RESPITE: true,
  DAY_CENTER: true,
} satisfies Record<HousingKind, true>);

/** The one command-line program. */
export function program(say: Say): Command {
  const harborlight = new Command('harborlight')
    .description('The partner-network directory of a Safe Harbor response, and its GraphQL API.')
    .showHelpAfterError('(harborlight --help tells more)');
  harborlight
    .command('serve', { isDefault: true })
    .description('answer questions; migrates first, and gives an empty database the sample network')
    .action(async () => (await work()).serve(say));
  migrate(
    harborlight.command('migrate').description('the tables, up to this version or down from it'),
    say,
  );
  harborlight
    .command('seed')
    .description(
      "enter the network's seeds; again changes nothing that has not changed in a file. What is real, " +
        'and, with HARBORLIGHT_SAMPLE=yes or where NODE_ENV is not "production", the invented providers',
    )
    .action(async () => (await work()).enterSeeds(say));
  geography(
    harborlight.command('geography').description('the land that the network stands on'),
    say,
  );
  people(harborlight.command('people').description('who may come in, and as what'), say);
  const keys = harborlight
    .command('keys')
    .description('the keys of apps, and those that seal what is confidential');
  appKeys(keys, say);
  dataKeys(keys, say);
  disclosure(
    harborlight.command('disclosure').description('whether what is told leads to what is withheld'),
    say,
  );
  reports(harborlight.command('reports').description('how long what is said of beds holds'), say);
  audit(
    harborlight.command('audit').description('what was done, and whether it stayed written'),
    say,
  );
  logins(
    harborlight.command('logins').description('by which PostgreSQL lets in whoever asks'),
    say,
  );
  harborlight
    .command('doctor')
    .description('say what is configured, reachable and missing, and what to do')
    .action(async () => (await work()).examine(say));
  return harborlight;
}

function migrate(command: Command, say: Say): void {
  command
    .command('up')
    .description('run every migration that has not run')
    .action(async () => (await work()).goUp(say));
  command
    .command('down')
    .description('take back the last migration, and what its tables hold')
    .option('--all', 'take back every one')
    .action(async ({ all = false }: { all?: boolean }) => (await work()).goDown(all, say));
  command
    .command('status')
    .description('say which have run')
    .action(async () => (await work()).status(say));
}

function dataKeys(command: Command, say: Say): void {
  command
    .command('new-data')
    .description(
      'print a fresh key, and nothing else. Put its line before those of older keys in HARBORLIGHT_DATA_KEY or ' +
        'in the file of HARBORLIGHT_DATA_KEY_FILE, keep a copy apart from the database and its backups, and ' +
        'start the server again: it seals with the first key, and opens with all',
    )
    .action(async () => (await work()).newData(say));
  command
    .command('rotate-data')
    .description(
      'seal every confidential address and second factor anew under the first key, beside a server that ' +
        'answers. Broken off, it goes on where it was. At the end it says whether older keys may be removed',
    )
    .action(async () => (await work()).rotate(say));
}

function geography(command: Command, say: Say): void {
  command
    .command('import <file>')
    .description('take in boundaries from a GeoJSON file, all of them or none')
    .addOption(
      new Option('--kind <kind>', 'what the boundaries are')
        .choices(boundaryKinds)
        .makeOptionMandatory(),
    )
    .option('--source <words>', 'where the file comes from, as it is to be told', '')
    .action(async (file: string, options: { kind: BoundaryKind; source: string }) =>
      (await work()).importFile(file, options, say),
    );
}

/** What needs a person is opened only by a command that works with one. */
const peopleWork = () => import('./people.js');

function people(command: Command, say: Say): void {
  command
    .command('invite <email>')
    .description(
      'invite someone to a role: prints a link that works once. So the first steward is made',
    )
    .addOption(
      new Option('--role <role>', 'what she is to be').choices(roles).makeOptionMandatory(),
    )
    .option('--organization <id>', 'of which organization, for a coordinator')
    .action(async (email: string, options: { role: Role; organization?: string }) =>
      (await peopleWork()).invite(email, options, say),
    );
  command
    .command('list')
    .description('say who holds which role')
    .action(async () => (await peopleWork()).listPeople(say));
  command
    .command('revoke <email>')
    .description(
      'end all roles of a person, at once and on every device; of a steward also the keys of apps for which she answers',
    )
    .option(
      '--keep-key <id...>',
      'keys that do not end with her: she was told them when she issued them, so issue others soon',
      [],
    )
    .action(async (email: string, options: { keepKey: string[] }) =>
      (await peopleWork()).revoke(email, options, say),
    );
  command
    .command('reset-second-factor <email>')
    .description(
      'end the second factor of someone who lost her phone and her recovery codes, and sign her out everywhere. ' +
        'Be sure that it is she who asks',
    )
    .action(async (email: string) => (await peopleWork()).resetFactor(email, say));
}

function appKeys(command: Command, say: Say): void {
  command
    .command('issue <name>')
    .description('issue a key to an app: prints it, this once')
    .addOption(
      new Option('--scope <scopes...>', 'what it may do').choices(scopes).makeOptionMandatory(),
    )
    .option('--days <days>', 'for how long', '365')
    .option(
      '--organization <id>',
      'whose listings the app keeps, with availability:write or listings:write',
    )
    .option(
      '--trusted-documents-only',
      'answer it trusted documents alone: those of @harborlight/client and of manifests that this host has',
    )
    .action(async (name: string, options: IssueKeyOptions) =>
      (await peopleWork()).issueKey(name, options, say),
    );
  command
    .command('list')
    .description('say which keys hold')
    .action(async () => (await peopleWork()).listKeys(say));
  command
    .command('revoke <id>')
    .description('end a key, at once and on every server')
    .action(async (id: string) => (await peopleWork()).revokeKey(id, say));
}

const disclosureWork = () => import('./disclosure.js');

function disclosure(command: Command, say: Say): void {
  command
    .command('check')
    .description(
      'hold all that is told against the withheld addresses of its organization, beside a server that answers: after an ' +
        'upgrade, which may know spellings that were not known when it was written. Names each id and field that leads to ' +
        'one, never the text, and ends with 1 where there is any',
    )
    .option(
      '--hide-own',
      'also keep from stewards, from who is new and from apps what only an organization’s own people read, where it withholds an ' +
        'address, until they have said it anew',
    )
    .action(async (given: { hideOwn?: boolean }) =>
      (await disclosureWork()).checkDisclosed(given, say),
    );
}

const reportsWork = () => import('./reports.js');

function reports(command: Command, say: Say): void {
  command
    .command('list')
    .description('say for how many hours a report of beds holds, by kind of housing')
    .action(async () => (await reportsWork()).listHolds(say));
  command
    .command('hold')
    .description(
      'let reports of a kind of housing hold for so many hours, those that are made from now on, on every server of ' +
        'the database. Reports that were made already hold until when it was told of them',
    )
    .addArgument(new Argument('<kind>', 'kind of housing').choices(housingKinds))
    .argument('<hours>', 'whole hours, from 1 to 8760')
    .action(async (kind: HousingKind, hours: string) =>
      (await reportsWork()).hold(kind, hours, say),
    );
}

const loginsWork = () => import('./logins.js');

function logins(command: Command, say: Say): void {
  command
    .command('sql')
    .description(
      'print the statements by which a superuser makes the logins, where the role of DATABASE_URL may make none, and ' +
        'takes from every login of this database what it need not do: harborlight logins sql | psql …. What that role ' +
        'may do of it, the server does when it starts',
    )
    .action(async () => (await loginsWork()).sayStatements(say));
  command
    .command('tidy')
    .description(
      'remove the logins of databases that were dropped or have another name now, from the PostgreSQL of DATABASE_URL',
    )
    .action(async () => (await loginsWork()).tidyLogins(say));
}

const auditWork = () => import('./audit.js');

function audit(command: Command, say: Say): void {
  command
    .command('verify')
    .description(
      'hold every event against its seal, and every seal against the one before it; names what was ' +
        'changed, and prints the head of the chain, to be written down elsewhere',
    )
    .option('--head <number:hash>', 'a head written down before: all up to it must be as it was')
    .action(async ({ head }: { head?: string }) => (await auditWork()).verify(head ?? null, say));
  command
    .command('seal')
    .description('seal what was done since the last seal, where no server runs that does')
    .action(async () => (await auditWork()).seal(say));
}
