import { Migration } from '@mikro-orm/migrations';
import {
  conveningCard,
  conveningOrder,
  materialCard,
  tellConvenings,
  tellMaterials,
  utc,
} from './004-telling/tellers.js';

/** By which clock a convening recurs, and when the last of it begins. */
const BY_CLOCK = `, v.time_zone as "timeZone", ${utc('v.last_starts_at')} as "lastStartsAt"`;

const KEPT = {
  material: `select m.id, m.organization_id, pub.fold(m.title) as sort_key, ${materialCard} as card, m.version,
      m.withdrawn_at is not null as withdrawn from org.material m`,
  convening: `select v.id, v.region_id, ${conveningOrder} as sort_key, ${conveningCard(BY_CLOCK)} as card, v.version,
      v.withdrawn_at is not null as withdrawn,
      exists (select from org.may_lead_to_door d where d.thing_id = v.id) as may_lead from org.convening v`,
};

/** Besides, to those who keep them: who hosts a convening, told or not, and what a revision of a nation names as read. */
const BESIDES = {
  convening_host: 'select convening_id, organization_id, position from org.convening_host',
  tribal_nation: 'select id, version from org.tribal_nation',
};

const view = (name: string, select: string) =>
  `create view ${name} with (security_invoker = true) as ${select}`;

/** Told anew by the triggers of their rows. */
const TELL_CONVENINGS = 'update org.convening set id = id';

/**
 * Materials and convenings are changed by their people: each has a version, and can be withdrawn. A convening meets by the clock
 * of its place; those of before were reckoned by UTC. What public sources say of a nation is kept while it says it otherwise.
 */
export class Library extends Migration {
  override up(): void {
    for (const [table, rows] of Object.entries(KEPT)) {
      this.addSql(`alter table org.${table} add column version integer not null default 1,
        add column withdrawn_at timestamptz`);
      if (table === 'convening')
        this.addSql(`alter table org.convening add column time_zone text not null default 'UTC'`);
      this.addSql(view(`kept.${table}`, rows));
      this.addSql(
        view(
          `overseen.${table}`,
          `select k.* from kept.${table} k
           where not exists (select from org.may_lead_to_door d where d.thing_id = k.id)`,
        ),
      );
    }
    for (const [name, rows] of Object.entries(BESIDES)) this.addSql(view(`kept.${name}`, rows));
    this.addSql(tellMaterials(' and m.withdrawn_at is null'));
    this.addSql(tellConvenings({ card: BY_CLOCK, holds: ' and v.withdrawn_at is null' }));
    this.addSql(TELL_CONVENINGS);
    this.addSql('alter table org.tribal_nation add column public_record jsonb');
  }

  override down(): void {
    for (const name of Object.keys(BESIDES)) this.addSql(`drop view kept.${name}`);
    this.addSql('alter table org.tribal_nation drop column public_record');
    // It would be told again.
    for (const table of Object.keys(KEPT))
      this.addSql(`delete from org.${table} where withdrawn_at is not null`);
    this.addSql(tellMaterials());
    this.addSql(tellConvenings());
    this.addSql(TELL_CONVENINGS);
    for (const table of Object.keys(KEPT)) {
      this.addSql(`drop view overseen.${table}, kept.${table}`);
      this.addSql(`alter table org.${table} drop column version, drop column withdrawn_at`);
    }
    this.addSql('alter table org.convening drop column time_zone');
  }
}
