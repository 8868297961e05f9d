import { Migration } from '@mikro-orm/migrations';

/**
 * What the database does by itself when something is written: telling it, and queueing it for its seal. It is
 * done in the name of the database's owner, so that whoever writes need not be allowed to. The path is set, for
 * a function of the owner must not find another's table or function by the same name.
 */
const OWN_NAME = ['org.settle()', 'audit.await_seal()'];

export class LeastRights extends Migration {
  override up(): void {
    for (const name of OWN_NAME) {
      this.addSql(
        `alter function ${name} security definer set search_path = pg_catalog, public, pg_temp`,
      );
    }
  }

  override down(): void {
    for (const name of OWN_NAME) {
      this.addSql(`alter function ${name} security invoker reset search_path`);
    }
  }
}
