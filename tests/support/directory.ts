import { pino } from 'pino';
import { after } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { SecondFactorRule } from '../../src/access/index.js';
import { inOne } from '../../src/server/make-ready.js';
import { closeHouse, openHouse, type House } from '../../src/server/context.js';
import type { Database } from '../../src/server/database/open-database.js';
import { buildSchema } from '../../src/server/graphql/schema.js';
import { startGraphql } from '../../src/server/graphql/graphql-server.js';
import { trustedTexts, type TrustedDocument } from '../../src/server/graphql/trusted.js';
import { openHttp } from '../../src/server/http/listen.js';
import type { RatesPerMinute } from '../../src/server/http/rate-limits.js';
import type { Changing, Reader } from '../../src/kernel/index.js';
import type { TypedDocumentString } from './documents.js';
import { copyOfTemplate } from './template.js';

export interface Answer<Data> {
  status: number;
  headers: Record<string, unknown>;
  body: {
    data?: Data | null;
    errors?: { message: string; path?: unknown[]; extensions: { code: string; field?: string } }[];
  };
  text: string;
}

export interface DirectoryWays {
  /** Whether the index is built and follows the changes; without, placements are searched by SQL. */
  follow?: boolean;
  log?: 'info' | 'debug';
  /** Without, requests are not counted: tests ask as nobody does. */
  rates?: RatesPerMinute;
  /** Documents that are trusted beside those of our client. */
  trusted?: readonly TrustedDocument[];
  /** Of whom a second factor is asked; without, of nobody. */
  secondFactor?: SecondFactorRule;
  /** A database that is there already, another directory's or the test's own; without, a copy of the sample network. */
  database?: Database;
}

/** A whole directory over a copy of the sample network, for one test file. */
export interface Directory {
  database: Database;
  /** What strangers' questions are read with, to be watched. */
  questions: Pick<Database, 'read'>;
  house: House;
  http: FastifyInstance;
  /** Statements sent to the database for questions so far. */
  statements: () => number;
  /** What the server has logged. */
  logged: () => string;
  ask<Data, Variables>(
    question: TypedDocumentString<Data, Variables> | string,
    variables?: Variables,
    headers?: Record<string, string>,
  ): Promise<Answer<Data>>;
  /** The data alone; fails where there are errors. */
  data<Data, Variables>(
    question: TypedDocumentString<Data, Variables>,
    variables?: Variables,
  ): Promise<Data>;
  change<Result>(work: (changing: Changing) => Promise<Result>): Promise<Result>;
  setNow(now: Date): void;
  /** Before the tests of the file are over. */
  leave(): Promise<void>;
}

/** How to close the houses over each database. */
const open = new WeakMap<Database['migrator'], (() => Promise<void>)[]>();

/** Opens a directory, and closes it after the tests of the file. */
export async function openDirectory({
  follow = false,
  log: level = 'info',
  rates,
  trusted = [],
  secondFactor = 'none',
  database: shared,
}: DirectoryWays = {}): Promise<Directory> {
  const database = shared ?? (await copyOfTemplate());
  let count = 0;
  let now: Date | null = null;
  let log = '';
  const counted = (read: Reader): Reader => ({
    rows: (statement) => {
      count += 1;
      return read.rows(statement);
    },
  });
  const logger = pino({ level, base: null }, { write: (line: string) => void (log += line) });
  const graphql = await startGraphql(buildSchema(), logger);
  const answering = await database.openAnswering();
  const house = await openHouse(
    database,
    {
      ...answering,
      strangers: counted(answering.strangers),
      people: counted(answering.people),
    },
    { now: () => now ?? new Date(), secondFactor },
  );
  const http = await openHttp(graphql, house, logger, {
    trusted: trustedTexts(trusted),
    ...(rates && { rates }),
  });
  let left: Promise<void> | null = null;
  const leave = () =>
    (left ??= (async () => {
      await http.close();
      await graphql.stop();
      await closeHouse(house);
    })());
  // Whoever shares a database, with this vault or another, leaves before it is closed.
  const houses = (shared && open.get(shared.migrator)) ?? [];
  open.set(database.migrator, [leave, ...houses]);
  after(async () => {
    if (shared) return leave();
    for (const close of open.get(database.migrator)!) await close();
    await database.close();
  });
  if (follow) await house.placements.follow();
  const ask: Directory['ask'] = async (question, variables, headers) => {
    const answer = await http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload: JSON.stringify({ query: question.toString(), variables: variables ?? {} }),
    });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      body: JSON.parse(answer.body),
    };
  };
  return {
    database,
    questions: { read: house.answering.strangers },
    house,
    http,
    statements: () => count,
    logged: () => log,
    ask,
    data: async (question, variables) => {
      const { body } = await ask(question, variables);
      if (body.errors || !body.data)
        throw new Error(`The question was refused: ${JSON.stringify(body.errors)}`);
      return body.data;
    },
    change: (work) => inOne(database, work, now ?? new Date()),
    setNow: (then) => {
      now = then;
    },
    leave,
  };
}
