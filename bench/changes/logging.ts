import type { Client } from 'pg';
import { median } from '../measure/walk.js';

/** What a report of beds costs until it is kept, with its change logged and without; medians in milliseconds. */
export interface Logging {
  reportMs: number;
  unloggedMs: number;
}

const ROUNDS = 20;
const REPORTS_A_ROUND = 20;

const insertReport = `insert into org.availability_report (id, listing_id, unit_id, reported_at, good_until,
    accepting, beds_open, beds_total, waitlist)
  select $1, listing_id, id, clock_timestamp(), clock_timestamp() + interval '1 hour', true, 1, 10, false
  from org.unit where id = $2`;
const unlogged = `create or replace function org.log_changes(ids text[]) returns void language plpgsql as $$ begin end $$`;

/** In turns, so that what else the machine does falls on both alike. */
export async function measureLogging(client: Client): Promise<Logging> {
  const { rows: units } = await client.query<{ id: string }>(
    'select id from org.unit where listing_id is not null order by md5(id) limit $1',
    [REPORTS_A_ROUND],
  );
  const [{ logged }] = (
    await client.query(
      `select pg_get_functiondef('org.log_changes(text[])'::regprocedure) as logged`,
    )
  ).rows as [{ logged: string }];
  const times: Record<'logged' | 'unlogged', number[]> = { logged: [], unlogged: [] };
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, definition] of [
        ['logged', logged],
        ['unlogged', unlogged],
      ] as const) {
        await client.query(definition);
        for (const [index, { id }] of units.entries()) {
          const started = performance.now();
          await client.query(insertReport, [`bench_change_${round}_${name}_${index}`, id]);
          times[name].push(performance.now() - started);
        }
      }
    }
  } finally {
    await client.query(logged);
    await client.query(`delete from org.availability_report where id like 'bench\\_change\\_%'`);
  }
  return { reportMs: median(times.logged), unloggedMs: median(times.unlogged) };
}
