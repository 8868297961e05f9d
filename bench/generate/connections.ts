import { Client } from 'pg';

const CONNECTIONS = 2;

/** How a load speaks to the database; made anew, a database may be lost halfway. */
export const session = [
  // The triggers that note changes, and the checks of foreign keys, would ask a million times.
  'set session_replication_role = replica',
  'set synchronous_commit = off',
  `set maintenance_work_mem = '1GB'`,
  `set work_mem = '64MB'`,
  'set jit = off',
];

export async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>) {
  const client = new Client({ connectionString: url, application_name: 'harborlight bench' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function openSession(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'harborlight bench' });
  await client.connect();
  for (const statement of session) await client.query(statement);
  return client;
}

/** Works through tasks on some connections at once. */
export async function onConnections<Task>(
  url: string,
  tasks: Iterable<Task>,
  work: (client: Client, task: Task) => Promise<unknown>,
): Promise<void> {
  const queue = tasks[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = await openSession(url);
      try {
        for (let next = queue.next(); !next.done; next = queue.next())
          await work(client, next.value);
      } finally {
        await client.end();
      }
    }),
  );
}

export function* batches(many: number, size: number): Generator<[from: number, to: number]> {
  for (let from = 0; from < many; from += size) yield [from, Math.min(many, from + size)];
}
