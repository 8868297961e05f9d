import { createServer, type IncomingMessage } from 'node:http';
import { Pool } from 'pg';
import { POOL_CONNECTIONS } from '../measure/constants.js';
import type { Variant, Work } from '../works.js';
import { askedOf } from '../placement/asked.js';
import { find } from './find.js';
import { place } from './place.js';
import { statementOf, type Form } from './statements.js';

/**
 * The floor: node:http, pg, and a statement written by hand for each work, whose JSON text is sent on as
 * it comes. No GraphQL, no limits, no checks: what the machine can do at most in this way.
 */
const form: Form = process.argv[2] === 'tuned' ? 'tuned' : 'plain';
const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: POOL_CONNECTIONS });

/** One work at a time; or a revision, by the parameters of its function. */
interface Asked {
  work: Work | 'revise';
  variant: Variant;
  revise?: unknown[];
}

async function answer({ work, variant, revise }: Asked): Promise<string> {
  if (work === 'revise') {
    const text = 'select pub.bench_revise($1, $2, $3, $4)::text as data';
    const { rows } = await pool.query<{ data: string }>({ name: work, text, values: revise! });
    return rows[0]!.data;
  }
  if (work === 'empty') return '{"__typename":"Query"}';
  if (work === 'search') return find(pool, form, variant.text!);
  if (askedOf(work)) return place(pool, form, work, variant);
  const statement = statementOf(work, form, variant)!;
  const { rows } = await pool.query<{ data: string }>(statement);
  return rows[0]!.data;
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const server = createServer(async (request, response) => {
  try {
    const body = Buffer.from(`{"data":${await answer(JSON.parse(await read(request)))}}`);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.end(body);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
