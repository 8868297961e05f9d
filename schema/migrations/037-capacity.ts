import { Migration } from '@mikro-orm/migrations';
import { viewsOf } from './028-verification/later.js';

/** Of the latest report `v` of a unit `u`: how many beds there are, where its listing has not said another number since. */
const UNLESS_REVISED =
  'case when u.capacity is null or u.capacity_at is null or v.reported_at > u.capacity_at then v.beds_total end';

/** Units of which a revision changed the capacity, and when the last did. */
const REVISED = `select now.unit ->> 'id' as id, max(r.made_at) as at from org.revision r
  cross join lateral jsonb_path_query(r.changes, '$.units.after[*]') now(unit)
  join lateral jsonb_path_query(r.changes, '$.units.before[*]') was(unit) on was.unit ->> 'id' = now.unit ->> 'id'
  where now.unit -> 'capacity' is distinct from was.unit -> 'capacity' group by 1`;

/** Each is told anew by that. */
export const NOTE_REVISED = `update org.unit u set capacity_at = revised.at from (${REVISED}) revised where revised.id = u.id`;

/**
 * How many beds a unit has is said by its listing and, where they differ, by whoever reports: what was said last holds. A report of long
 * ago overruled what the listing said since. What is told of other listings stays as it is, to the letter.
 */
export class Capacity extends Migration {
  override up(): void {
    // Null where it is what it was from the beginning.
    this.addSql('alter table org.unit add column capacity_at timestamptz');
    for (const statement of viewsOf(UNLESS_REVISED)) this.addSql(statement);
    this.addSql(NOTE_REVISED);
  }

  override down(): void {
    for (const statement of viewsOf()) this.addSql(statement);
    this.addSql('alter table org.unit drop column capacity_at');
  }
}
