/** Whoever is not the owner of the tables: people, by the login of theirs. */
const NOT_OWNERS = `not pg_has_role(current_user,
  (select relowner from pg_catalog.pg_class where oid = tg_relid), 'member')`;

const THINGS = ['organization', 'listing', 'location', 'tribal_nation', 'material', 'convening'];

/** Parts of a thing, and the columns that say whose they are: only the one to which they come is told anew. */
const PARTS: readonly [table: string, of: readonly string[]][] = [
  ['contact', ['organization_id', 'listing_id']],
  ['phone', ['contact_id', 'listing_id']],
  ...['housing_option', 'service', 'unit', 'service_area', 'criterion'].map(
    (table): [string, string[]] => [table, ['listing_id']],
  ),
];

/** What becomes told by one person's decision, told by what before and after, and which acts decide it. */
const WRITTEN: readonly [table: string, told: (row: string) => string, acts: readonly string[]][] =
  [
    ['organization', (row) => `${row}.admitted_at is not null`, ['admitOrganization']],
    ['material', (row) => `${row}.withdrawn_at is null`, ['reviseMaterial']],
    ['convening', (row) => `${row}.withdrawn_at is null`, ['reviseConvening']],
  ];

const trigger = (name: string, when: string, [table, condition, does]: [string, string, string]) =>
  `create trigger ${name} ${when} on org.${table} for each row when (${condition})
    execute function org.${does}`;

/**
 * What becomes another thing under another id, or a part that goes to another, would leave the thing that it was told as it was. What
 * one person decides is told when she, and what she did, are in the log in the same transaction: an organization that is admitted, by
 * a steward. And a withheld address is not taken away while nothing else says where its place is: texts are held against it.
 */
export const guards = {
  up: [
    `create function org.check_same() returns trigger language plpgsql as $$ begin
      if ${NOT_OWNERS} then
        raise exception 'what it is, and of what it is a part, it stays' using errcode = 'check_violation';
      end if;
      return new;
    end $$`,
    ...THINGS.map((table) =>
      trigger('check_same', 'before update of id', [
        table,
        'new.id is distinct from old.id',
        'check_same()',
      ]),
    ),
    ...PARTS.map(([table, of]) =>
      trigger('check_same', `before update of ${of.join(', ')}`, [
        table,
        of.map((column) => `new.${column} is distinct from old.${column}`).join(' or '),
        'check_same()',
      ]),
    ),
    `create function org.check_written() returns trigger language plpgsql as $$ begin
      if ${NOT_OWNERS} and not exists (select from audit.event e where e.thing_id = new.id and e.action = any (tg_argv)
        and e.xmin = pg_current_xact_id()::xid and (e.action <> 'admitOrganization'
          or exists (select from auth.role_grant g where g.account_id = e.viewer_id and g.role = 'STEWARD'
            and g.ended_at is null))) then
        raise exception 'who decides that it is told, is written down with it' using errcode = 'check_violation';
      end if;
      return null;
    end $$`,
    ...WRITTEN.map(
      ([table, told, acts]) => `create constraint trigger check_written after update on org.${table}
        deferrable initially deferred for each row when (${told('new')} and not (${told('old')}))
        execute function org.check_written(${acts.map((act) => `'${act}'`).join(', ')})`,
    ),
    `create constraint trigger check_written_entered after insert on org.organization
      deferrable initially deferred for each row when (new.admitted_at is not null)
      execute function org.check_written('admitOrganization')`,
    `create function conf.keep_withheld() returns trigger language plpgsql as $$ begin
      if tg_op = 'UPDATE' or exists (
        select from org.location where id = old.location_id and not street_told) then
        raise exception 'a withheld place keeps its sealed address' using errcode = 'check_violation';
      end if;
      return old;
    end $$`,
    `create trigger keep_withheld before delete on conf.sealed_address
      for each row execute function conf.keep_withheld()`,
    `create trigger keep_place before update of location_id on conf.sealed_address for each row
      when (new.location_id <> old.location_id) execute function conf.keep_withheld()`,
  ],
  down: [
    'drop trigger keep_place on conf.sealed_address',
    'drop trigger keep_withheld on conf.sealed_address',
    'drop function conf.keep_withheld()',
    'drop trigger check_written_entered on org.organization',
    ...WRITTEN.map(([table]) => `drop trigger check_written on org.${table}`),
    ...[...PARTS.map(([table]) => table), ...THINGS].map(
      (table) => `drop trigger check_same on org.${table}`,
    ),
    'drop function org.check_written(), org.check_same()',
  ],
};
