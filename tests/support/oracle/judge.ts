import { facts } from './facts.js';
import { namedOfHers, truth } from './truth.js';

/** Outcomes and verdicts as ranks within the statement: what is worse is higher. */
export const OUTCOMES = `array['MET', 'UNKNOWN', 'NOT_MET']`;
export const VERDICTS = `array['ELIGIBLE', 'ASK', 'NOT_ELIGIBLE']`;
const MET = 0;
const UNKNOWN = 1;
const NOT_MET = 2;

/** To say a welcome shuts nobody out and asks nothing (Q1). */
const WELCOMES = `('LGBTQ', 'VETERAN', 'LANGUAGE', 'CULTURE', 'FAITH', 'ACCESS')`;

/** Of these, who is known to bring none is not asked for it: there is nothing to take in. */
const BRINGS_NONE = `coalesce(case c.kind
  when 'ANIMALS' then not f.pets and not f.service_animal
  when 'CONVICTIONS' then f.convictions = '[]' end, false)`;

/** What a rule is about: its kind, but that how many come is apart from who they are. */
const MATTER = `case when coalesce(t -> 'peopleMin', t -> 'peopleMax') is not null then 'PEOPLE'
  else c.kind end`;

/**
 * Matters of which one fact, with one value, decides every rule. There a listing that requires what
 * its unit's requirement leaves out contradicts itself; elsewhere two requirements add up.
 */
const ONE_FACT = `('AGE', 'GENDER', 'RESIDENCE', 'SUBSTANCE_USE', 'CUSTODY', 'INCOME',
  'REFERRAL_SOURCE', 'PEOPLE')`;

/** Every listing that a stranger is told of and that takes people, and its units: one at least. */
const listed = (type: string | null) => `
  listed as materialized (
    select l.id, coalesce(h.kind, 'SERVICE') as kind, l.policies, l.languages
    from org.listing l join org.organization o on o.id = l.organization_id
    left join org.housing_option h on h.listing_id = l.id
    where l.disclosure = 'PUBLISHED' and l.status = 'ACTIVE' and o.admitted_at is not null
      ${type ? `and l.type = '${type}'` : ''}),
  stall as materialized (
    select l.id as listing, l.kind, u.id as unit_id, coalesce(u.position, 0)::int as unit,
      u.capacity
    from listed l left join org.unit u on u.listing_id = l.id)`;

/**
 * What of hers each must be taken in: a pet, unless she is known to have none, and her convictions. A service animal
 * comes along where pets do. Her children are a saying of their own.
 */
const HERS = `case c.kind
  when 'ANIMALS' then case when f.pets is not false then '["PET"]'::jsonb end
  when 'CONVICTIONS' then f.convictions end`;

/** That one of a list is in none of several lists. */
const notAllIn = (list: string, lists: string) => `exists (
  select from jsonb_array_elements(${list}) hers_one where not exists (
    select from jsonb_array_elements(${lists}) one_list
      cross join jsonb_array_elements(case jsonb_typeof(one_list) when 'array' then one_list else '[]' end) named_one
    where named_one = hers_one))`;

/**
 * Every rule that bears on a unit, its listing's and its own, with what stands beside it of its
 * kind.
 */
const bearing = `
  weighed as materialized (
    select c.listing_id, c.unit_id, c.kind, c.stance, ${truth} as truth, ${MATTER} as matter,
      ${BRINGS_NONE} as brings_none, ${namedOfHers} as named, ${HERS} as hers,
      t -> 'children' is not null as of_children
    from org.criterion c join listed l on l.id = c.listing_id cross join facts f
    cross join lateral (select c.terms as t) terms),
  bearing as (
    select s.listing, s.unit, w.kind, w.stance, w.truth, w.matter, w.brings_none, w.named, w.hers, w.of_children,
      w.unit_id is not null as of_unit
    from stall s join weighed w on w.listing_id = s.listing
      and (w.unit_id is null or w.unit_id = s.unit_id)),
  levels as (
    select bearing.*, bool_or(stance = 'SERVES' and truth is true) over level as level_names_her,
      jsonb_agg(named) filter (where stance = 'SERVES') over level as level_named
    from bearing window level as (partition by listing, unit, kind, matter, of_unit)),
  named as (select levels.*, not ${notAllIn('hers', 'level_named')} as level_names_all from levels),
  beside as (
    select named.*,
      bool_or(stance = 'CASE_BY_CASE' and truth is not false)
        over (partition by listing, unit, kind) as may_be_excepted,
      bool_or(of_unit and (stance = 'REQUIRES' and truth is true
          or stance = 'SERVES' and truth is true and level_names_all))
        over kin as unit_names_her,
      bool_or(of_unit and stance = 'REQUIRES' and truth is not false) over kin as unit_may_name_her
    from named window kin as (partition by listing, unit, kind, matter)),
  served_children as (
    select listing, unit, of_unit,
      case when f.children is null then false
        else not ${notAllIn(`(select jsonb_agg(n) from generate_series(1, f.children_count) n)`, 'named')} end as all_come
    from (select listing, unit, of_unit, jsonb_agg(named) as named from bearing
      where stance = 'SERVES' and of_children group by listing, unit, of_unit) side
    cross join facts f where f.children_count is distinct from 0),
  children_said as (
    select listing, unit, case when all_come then ${MET} else ${UNKNOWN} end as outcome
    from served_children side
    where all_come or of_unit or not exists (select from served_children own
        where own.listing = side.listing and own.unit = side.unit and own.of_unit and own.all_come)
      and not exists (select from bearing b where b.listing = side.listing and b.unit = side.unit
        and b.of_unit and b.of_children and b.stance = 'REQUIRES' and b.truth))`;

/**
 * Whether a listing says enough of a criterion without a rule: by a policy that holds, or by naming a
 * language of hers. That no ID is needed says nothing of other papers that she lacks.
 */
const STATED = `case silent.criterion
  when 'ANIMALS' then ${holds('PETS_WELCOME')}
  when 'SUBSTANCE_USE' then ${holds('NO_SOBRIETY_REQUIRED')}
  when 'REFERRAL_SOURCE' then ${holds('SELF_REFERRAL')}
  when 'DOCUMENTS' then ${holds('NO_ID_REQUIRED')} and not exists (
    select from jsonb_array_elements(f.documents) paper
    where paper ->> 'kind' not in ('PHOTO_ID', 'TRIBAL_ID') and not (paper ->> 'has')::boolean)
  when 'LANGUAGE' then exists (select from unnest(l.languages) theirs
    join jsonb_array_elements_text(f.languages) hers
      on lower(split_part(theirs, '-', 1)) = lower(split_part(hers, '-', 1)))
  else false end`;

function holds(policy: string): string {
  return `exists (select from jsonb_array_elements(l.policies) stated
    where stated ->> 'policy' = '${policy}' and (stated ->> 'holds')::boolean)`;
}

/** What one rule says; null where it says nothing of this seeker. */
const ruling = `case stance
  when 'REFUSES' then case truth when true then ${NOT_MET} when false then ${MET} else ${UNKNOWN}
    end
  when 'REQUIRES' then case
    when truth then ${MET}
    when truth is null then ${UNKNOWN}
    -- An exception that may be hers softens what she breaks (Q4).
    when may_be_excepted then ${UNKNOWN}
    -- So does a unit that requires what its listing does not allow (Q2).
    when not of_unit and matter in ${ONE_FACT} and unit_may_name_her then ${UNKNOWN}
    else ${NOT_MET} end
  when 'SERVES' then case
    when truth and level_names_all then ${MET}
    -- All that is served is one saying: whom another rule of it names, this one need not.
    when level_names_her and truth is not true then null
    -- A unit that names her decides over what its listing serves (Q2).
    when not of_unit and unit_names_her then null
    when kind in ${WELCOMES} or brings_none then null
    else ${UNKNOWN} end
  -- Nothing to weigh for whom it does not touch (Q3).
  when 'CASE_BY_CASE' then case when truth is not false then ${UNKNOWN} end end`;

/**
 * The verdict of every unit of every listing, by the rules alone: `judged (listing, unit, verdict,
 * outcomes)`, the verdict as a rank. One outcome a criterion that spoke: the worst of its rules, or
 * UNKNOWN where no rule is stated, nothing else says enough of it, and silence is asked about.
 * @param type only listings of this type; null: all
 */
export const judged = (
  type: 'HOUSING' | 'SERVICE' | null,
) => `${facts}, ${listed(type)}, ${bearing},
  said as (
    select listing, unit, kind, true as stated, ${ruling} as outcome from beside
    union all
    -- Which children may come is a saying of its own: whom it is for says nothing of who comes along.
    select listing, unit, 'HOUSEHOLD', true, outcome from children_said
    union all
    select s.listing, s.unit, silent.criterion, false, ${UNKNOWN}
    from asked cross join jsonb_to_recordset(question -> 'silent') silent (criterion text, kind
      text)
    join stall s on s.kind = silent.kind
    join listed l on l.id = s.listing cross join facts f
    where not (${STATED})
    union all select listing, unit, null, false, null from stall),
  spoken as (
    select listing, unit, kind, max(outcome) filter (where stated or not heard) as outcome
    from (select said.*, bool_or(stated) over (partition by listing, unit, kind) as heard from
      said) one
    group by listing, unit, kind),
  judged as materialized (
    select listing, unit, coalesce(max(outcome), ${MET}) as verdict,
      coalesce(jsonb_object_agg(kind, (${OUTCOMES})[outcome + 1]) filter (where outcome is not
        null), '{}')
        as outcomes
    from spoken group by listing, unit)`;
