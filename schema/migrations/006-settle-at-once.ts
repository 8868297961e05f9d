import { Migration } from '@mikro-orm/migrations';

/** Things told at once: few enough that a transaction of any size needs little memory. */
const TOLD_AT_ONCE = 1_000;

/** The prefix of an id says what it is. */
const tellByPrefix = (prefix: string, ids: string) => `case ${prefix}
      when 'org_' then perform org.tell_organizations(${ids});
      when 'hou_', 'svc_' then perform org.tell_listings(${ids});
      when 'nat_' then perform org.tell_nations(${ids});
      when 'reg_' then perform org.tell_regions(${ids});
      when 'mat_' then perform org.tell_materials(${ids});
      when 'cnv_' then perform org.tell_convenings(${ids});
    end case;`;

/**
 * What a transaction touched is told together when it commits, not thing by thing: a file of seeds, an
 * import or a county's new name is told in a part of the time.
 */
export class SettleAtOnce extends Migration {
  override up(): void {
    this.addSql(`create function org.tell(ids text[]) returns void language plpgsql as $$
    declare alike record; begin
      for alike in select left(id, 4) as prefix, array_agg(id order by id) as ids
        from unnest(ids) id group by 1 order by 1 loop
        ${tellByPrefix('alike.prefix', 'alike.ids')}
      end loop;
    end $$`);
    // The first note of a transaction settles all of them; those after it find nothing left.
    this.addSql(`create or replace function org.settle() returns trigger language plpgsql as $$
    declare ids text[]; begin
      loop
        with settled as (delete from org.untold where thing_id in (
          select thing_id from org.untold order by thing_id limit ${TOLD_AT_ONCE}) returning thing_id)
        select array_agg(thing_id) into ids from settled;
        exit when ids is null;
        perform org.tell(ids);
      end loop;
      return null;
    end $$`);
    this.addSql('drop function org.tell(text)');
  }

  override down(): void {
    this.addSql(`create function org.tell(id text) returns void language plpgsql as $$ begin
    ${tellByPrefix('left(id, 4)', 'array[id]')}
    end $$`);
    this
      .addSql(`create or replace function org.settle() returns trigger language plpgsql as $$ begin
      perform org.tell(new.thing_id);
      delete from org.untold where thing_id = new.thing_id;
      return null;
    end $$`);
    this.addSql('drop function org.tell(text[])');
  }
}
