import type { GraphQLSchema } from 'graphql';
import { pino, type Logger } from 'pino';
import { Sealer, type SealerWays } from '../audit/index.js';
import { Refusal } from '../kernel/index.js';
import { importRounds } from '../imports/index.js';
import { reminderRounds, upkeepRounds } from '../upkeep/index.js';
import type { Vault } from '../vault/index.js';
import { addressOf, ratesOf, wantsSample, type Config } from './config.js';
import { closeHouse, openHouse, type House } from './context.js';
import { checkSealed, openVault, secondFactorOf } from './data-vault.js';
import type { Answering } from './database/answering.js';
import { openDatabase, type Database } from './database/open-database.js';
import { buildSchema } from './graphql/schema.js';
import { fault } from './graphql/errors.js';
import { readPartnersDocuments } from './graphql/partners-documents.js';
import { trustedTexts, type TrustedTexts } from './graphql/trusted.js';
import { startGraphql } from './graphql/graphql-server.js';
import { openHttp } from './http/listen.js';
import { stopToken } from './http/reminder-routes.js';
import { postOf, type Post } from './mail.js';
import { inOne, makeReady, type Say } from './make-ready.js';

const EMBEDDED_TWICE = 'yes, for trying';
/** Time that requests under way are given to end when the server is told to stop. */
const GRACE_MS = 10_000;

export const ONE_LOGIN_ADVICE =
  'Whoever asks is then answered with the rights of the owner of the database, and a mistake in a statement could ' +
  'reach what is confidential. Let the role of DATABASE_URL make roles (alter role … createrole), or let a superuser ' +
  'run what "harborlight logins sql" prints; pg_hba.conf must let them in from here with passwords. Or set ' +
  'HARBORLIGHT_ONE_LOGIN to "yes" to do without.';

/** @throws Refusal `UNAVAILABLE` where the embedded database would be used in production */
export function checkPlace(config: Config): void {
  if (
    !config.DATABASE_URL &&
    config.NODE_ENV === 'production' &&
    config.HARBORLIGHT_EMBEDDED_IN_PRODUCTION !== EMBEDDED_TWICE
  ) {
    throw new Refusal(
      'UNAVAILABLE',
      'NODE_ENV is "production" and DATABASE_URL is not set. The embedded ' +
        'database is for trying: it does not wait for the disk, and is no place for real addresses. Set ' +
        `DATABASE_URL, or set HARBORLIGHT_EMBEDDED_IN_PRODUCTION to "${EMBEDDED_TWICE}".`,
    );
  }
}

/** @throws Refusal `UNAVAILABLE` where the database cannot be opened */
export async function openConfigured(config: Config, vault: Vault): Promise<Database> {
  checkPlace(config);
  return openDatabase({
    vault,
    url: config.DATABASE_URL,
    folder: config.DATABASE_URL ? undefined : config.HARBORLIGHT_DATA,
    connections: config.HARBORLIGHT_DATABASE_CONNECTIONS,
    oneLogin: config.HARBORLIGHT_ONE_LOGIN === 'yes',
  });
}

/** @throws Refusal `UNAVAILABLE` in production, where whoever asks would have the rights of the database's owner */
async function openAnswering(config: Config, database: Database, say: Say): Promise<Answering> {
  const answering = await database.openAnswering();
  const { isOwners } = answering;
  if (!isOwners || config.HARBORLIGHT_ONE_LOGIN === 'yes') return answering;
  const words = `${isOwners} ${ONE_LOGIN_ADVICE}`;
  if (config.NODE_ENV === 'production') {
    await answering.close();
    throw new Refusal('UNAVAILABLE', words);
  }
  say(`warning: ${words}`);
  return answering;
}

/** @throws Refusal `INVALID` where a manifest that the host was given cannot be used */
function trustedOf(
  { HARBORLIGHT_TRUSTED_DOCUMENTS: folder }: Config,
  schema: GraphQLSchema,
  say: Say,
): TrustedTexts {
  if (!folder) return trustedTexts();
  const { documents, warnings } = readPartnersDocuments(folder, schema);
  for (const warning of warnings) say(`warning: ${warning}`);
  say(`${documents.length} documents of partners are trusted`);
  return trustedTexts(documents);
}

const NO_MAIL =
  'No mail is sent (HARBORLIGHT_SMTP_URL is not set): coordinators see in viewer { notices } and worklist what is to be confirmed.';

export interface Running {
  url: string;
  stop(): Promise<void>;
}

/** What is done without anyone asking, as long as the server runs. @returns ends it, and seals what was done */
function startRounds(house: House, post: Post | null): () => Promise<void> {
  const { database, failed, address, unmet } = house;
  const mail = post && {
    send: post.send,
    address,
    stopToken: (account: string) => stopToken(house, account),
  };
  const change: SealerWays['change'] = (work) => inOne(database, work);
  const sealer = new Sealer({ read: database.read, change, failed });
  const upkeep = upkeepRounds({ change, failed, unmet });
  const reminders = reminderRounds({ change, failed, mail });
  const imports = importRounds({ change, failed });
  sealer.start();
  upkeep.start();
  reminders.start();
  imports.start();
  return async () => {
    post?.stop();
    await Promise.all([upkeep.stop(), reminders.stop(), imports.stop()]);
    await sealer.stop();
  };
}

/** Opens the database, makes it ready, and answers until told to stop. */
export async function serve(
  config: Config,
  say: Say,
  logger: Logger = logOf(config),
): Promise<Running> {
  const { vault, warning } = openVault(config);
  if (warning) say(warning);
  const secondFactor = secondFactorOf(config, vault);
  const post = postOf(config);
  if (!post) say(NO_MAIL);
  const schema = buildSchema();
  const trusted = trustedOf(config, schema, say);
  const database = await openConfigured(config, vault);
  try {
    await makeReady(database, { sample: wantsSample(config) }, say);
    await checkSealed(database, say);
    const graphql = await startGraphql(schema, logger);
    const answering = await openAnswering(config, database, say);
    const house = await openHouse(database, answering, {
      address: addressOf(config),
      secondFactor,
      failed: (error) => void fault(error, logger),
    });
    const http = await openHttp(graphql, house, logger, {
      isBehindProxy: config.HARBORLIGHT_BEHIND_PROXY === 'yes',
      rates: ratesOf(config),
      trusted,
    });
    await http.listen({ port: config.PORT, host: config.HARBORLIGHT_HOST });
    // Questions are answered by SQL until the index is built.
    house.placements.follow().catch(house.failed);
    const stopRounds = startRounds(house, post);
    const address = http.server.address();
    const port = typeof address === 'object' && address ? address.port : config.PORT;
    return {
      url: `http://localhost:${port}`,
      stop: async () => {
        await http.close();
        await closeHouse(house);
        await graphql.stop();
        await stopRounds();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** A line of a request waits so long for others, to be written with them: each by itself is a twentieth of a small answer. */
const LOG_WAITS_MS = 100;
const LOG_TOGETHER_BYTES = 4_096;

const logOf = ({ HARBORLIGHT_LOG }: Config) =>
  pino(
    { level: HARBORLIGHT_LOG, base: null },
    pino.destination({
      sync: false,
      minLength: LOG_TOGETHER_BYTES,
      periodicFlush: LOG_WAITS_MS,
    }),
  );

/** The same from a terminal: says where it listens, and stops when told to. */
export async function serveUntilStopped(config: Config, say: Say): Promise<void> {
  const started = Date.now();
  if (!config.DATABASE_URL) {
    say('Embedded database: for trying and developing. It is no place for real shelter addresses.');
  }
  const running = await serve(config, say);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), GRACE_MS).unref();
      running.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  // Only now: whoever hears it may tell us to stop at once.
  say(
    `Harborlight answers at ${running.url} (ready in ${((Date.now() - started) / 1_000).toFixed(1)} s)`,
  );
}
