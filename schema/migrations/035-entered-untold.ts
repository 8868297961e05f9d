import { Migration } from '@mikro-orm/migrations';

/** Whoever is not the owner of the tables: people, by the login of theirs. */
const NOT_OWNERS = `not pg_has_role(current_user,
  (select relowner from pg_catalog.pg_class where oid = tg_relid), 'member')`;

const refuse = (name: string, when: string, words: string) =>
  `create function org.${name}() returns trigger language plpgsql as $$ begin
    if ${NOT_OWNERS}${when} then
      raise exception '${words}' using errcode = 'check_violation';
    end if;
    return new;
  end $$`;

const WITH_DISCLOSURE = ['listing', 'location'];
const OWNED = [...WITH_DISCLOSURE, 'tribal_nation'];

/**
 * What two people decide, the database held where something that is there is told further; a copy that is entered anew, as told to
 * everyone, went past it. So did a listing that was moved to others, and a proposal that was entered as approved. After the row is
 * entered, for one that was there already is none.
 */
export class EnteredUntold extends Migration {
  override up(): void {
    this.addSql(
      refuse(
        'check_entered',
        '',
        'what is entered is told to its own people, until two tell it further',
      ),
    );
    this.addSql(refuse('check_whose', '', 'whose it is, it stays'));
    this.addSql(
      refuse(
        'check_site',
        ` and not exists (select from org.listing l join org.location s on s.organization_id = l.organization_id
          where l.id = new.listing_id and s.id = new.location_id)`,
        'a listing stands at places of its own organization',
      ),
    );
    for (const table of WITH_DISCLOSURE) {
      this.addSql(`create trigger check_entered after insert on org.${table} for each row
        when (new.disclosure <> 'OWN') execute function org.check_entered()`);
    }
    for (const table of OWNED) {
      this
        .addSql(`create trigger check_whose before update of organization_id on org.${table} for each row
        when (new.organization_id is distinct from old.organization_id) execute function org.check_whose()`);
    }
    this.addSql(`create trigger check_site after insert or update on org.listing_site for each row
      execute function org.check_site()`);
    // Two people take two changes: what one proposed is there before another approves it.
    this.addSql(
      `create function org.check_approved() returns trigger language plpgsql as $$ begin
        raise exception 'no proposal is entered as approved' using errcode = 'check_violation';
      end $$`,
    );
    this.addSql(`create trigger check_approved before insert on org.proposal for each row
      when (new.outcome = 'APPROVED') execute function org.check_approved()`);
  }

  override down(): void {
    this.addSql('drop trigger check_approved on org.proposal');
    this.addSql('drop trigger check_site on org.listing_site');
    for (const table of OWNED) this.addSql(`drop trigger check_whose on org.${table}`);
    for (const table of WITH_DISCLOSURE) {
      this.addSql(`drop trigger check_entered on org.${table}`);
    }
    this.addSql(
      'drop function org.check_approved(), org.check_site(), org.check_whose(), org.check_entered()',
    );
  }
}
