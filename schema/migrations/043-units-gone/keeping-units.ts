/** A unit that is left out has none of its listing's name, so the listing that it was of is told anew by where that stands. */
const noting = (
  listing: string,
) => `create or replace function org.note_unit() returns trigger language plpgsql as $$ begin
    insert into org.untold (thing_id)
    select thing from (select ${listing} from changed) touched(thing) where thing is not null order by thing
    on conflict do nothing;
    return null;
  end $$`;

/** As `guards` of 039: a unit is its listing's, and no other's. @param of of a row, whose it is */
const staying = (columns: string, of: (row: string) => string) => [
  'drop trigger check_same on org.unit',
  `create trigger check_same before update of ${columns} on org.unit for each row
    when (${of('new')} is distinct from ${of('old')}) execute function org.check_same()`,
];

export const keepingUnits = {
  up: [
    'alter table org.unit alter column listing_id drop not null',
    `alter table org.unit add column was_of text collate "C" references org.listing on delete cascade,
      add constraint unit_of_one check (num_nonnulls(listing_id, was_of) = 1)`,
    'create index unit_was_of on org.unit (was_of) where was_of is not null',
    noting('coalesce(listing_id, was_of)'),
    ...staying('listing_id, was_of', (row) => `coalesce(${row}.listing_id, ${row}.was_of)`),
  ],
  /** What was left out is told by nothing that there was before: it goes, as it did. */
  down: [
    'delete from org.unit where listing_id is null',
    ...staying('listing_id', (row) => `${row}.listing_id`),
    noting('listing_id'),
    'drop index org.unit_was_of',
    'alter table org.unit drop constraint unit_of_one, drop column was_of, alter column listing_id set not null',
  ],
};
