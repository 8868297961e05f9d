/** For each child whether all given parts hold of it. */
const eachChild = `select n, (t #> '{children,genders}' is null or t #> '{children,genders}' @> (one -> 'gender'))
      and ${within(`(one ->> 'age')::int`, `(t -> 'children')`, 'ageMin', 'ageMax')} as such
    from jsonb_array_elements(f.children) with ordinality x(one, n)`;

/**
 * Whether the seeker falls under what a rule names, whatever the rule's stance: true, false, or
 * null where the facts do not tell. SQL's own three-valued logic does the work. `t` are the rule's
 * terms, `f` the facts, `c` the rule. A kind that is missing here has no fact: null.
 */
const truths: Record<string, string> = {
  AGE: within('f.age', 't', 'ageMin', 'ageMax'),
  GENDER: `t -> 'genders' @> f.gender`,
  HOUSEHOLD: `case
    when t -> 'households' is not null then ${household()}
    when t -> 'children' is not null then ${child()}
    else ${people()} end`,
  SITUATION: named('situations', 'f.situations'),
  LGBTQ: 'f.lgbtq',
  VETERAN: 'f.veteran',
  RESIDENCE: residence(),
  NATION: nation(),
  LANGUAGE: `case when exists (select from jsonb_array_elements_text(t -> 'languages') theirs
    join jsonb_array_elements_text(f.languages) hers
      on lower(split_part(theirs, '-', 1)) = lower(split_part(hers, '-', 1))) then true end`,
  ACCESS: named('needs', 'f.access_needs'),
  ANIMALS: `(t -> 'animals' @> '"PET"' and f.pets)
    or (t -> 'animals' @> '"SERVICE_ANIMAL"' and f.service_animal)`,
  // Whether one who uses nothing, is in recovery or on medication counts as another of these is not
  // written in the vocabulary: ask (Q9).
  SUBSTANCE_USE: `case
    when t -> 'use' @> f.substance_use then true
    when f.substance_use <> '"ACTIVE"' and (t -> 'use' @> '"SOBER"' or t -> 'use' @> '"NONE"')
      then null
    when f.substance_use is not null then false end`,
  CARE_NEEDS: named('needs', 'f.care_needs'),
  // The list is complete; but whether another offence was a felony it does not tell (Q9).
  CONVICTIONS: `case
    when f.convictions is null then null
    when ${named('convictions', 'f.convictions')} then true
    when f.convictions <> '[]' and t -> 'convictions' @> '"FELONY"' then null
    else false end`,
  CUSTODY: `t -> 'custody' @> f.custody`,
  // What is weighed case by case is that she has not the papers.
  DOCUMENTS: `(c.stance = 'CASE_BY_CASE') <> (case when t -> 'allOf' is not null
    then true = all (${papers('allOf')}) else true = any (${papers('anyOf')}) end)`,
  INCOME: within('f.income', 't', 'monthlyMin', 'monthlyMax'),
  POLICE_COOPERATION: 'f.police_cooperation',
  REFERRAL_SOURCE: `t -> 'sources' @> f.referred_by`,
  // Nobody is asked a status; only a door that is open to any is open to everyone (Q5).
  IMMIGRATION: `case when c.stance in ('SERVES', 'REQUIRES') and t -> 'statuses' = '"ANY"'
    then true end`,
};

/** What names everyone there is; whoever is not alone has a partner or children. */
const everyone = `case c.kind
  when 'GENDER' then t -> 'genders' @> '["WOMAN", "MAN", "TWO_SPIRIT", "NONBINARY"]'
  when 'SUBSTANCE_USE' then t -> 'use' @> '["NONE", "SOBER", "ON_MEDICATION", "ACTIVE"]'
  when 'CUSTODY' then t -> 'custody' @> '["NONE", "FOSTER_CARE", "JUVENILE_HOLD", "COURT_ORDER"]'
  when 'HOUSEHOLD' then t -> 'households' @> '["SINGLE", "COUPLE", "PARENTING"]' end`;

export const truth = `case when c.stance in ('SERVES', 'REQUIRES') and ${everyone} then true
  else case c.kind
  ${Object.entries(truths)
    .map(([kind, sql]) => `when '${kind}' then ${sql}`)
    .join('\n  ')} end end`;

/**
 * A number between two bounds, either of which may be left out; null where a bound meets no number.
 */
function within(number: string, terms: string, least: string, most: string): string {
  return `(${terms} ->> '${least}' is null or ${number} >= (${terms} ->> '${least}')::numeric)
    and (${terms} ->> '${most}' is null or ${number} <= (${terms} ->> '${most}')::numeric)`;
}

/** A list of which what is not named is unknown: true or null, never false (Q10). */
function named(list: string, given: string): string {
  return `case when exists (select from jsonb_array_elements(${given}) fact
    where t -> '${list}' @> fact) then true end`;
}

function household(): string {
  return `true = any (array(select case one
      when 'SINGLE' then not f.partner and f.children_count = 0
      when 'COUPLE' then f.partner
      when 'PREGNANT' then f.pregnant
      when 'PARENTING' then f.children_count > 0
      when 'UNACCOMPANIED_MINOR' then f.unaccompanied end
    from jsonb_array_elements_text(t -> 'households') one))`;
}

/**
 * Some child for whom all given parts hold. Where it is such who are required, and there is one, that
 * is not told of her as long as another is with her for whom they do not hold, or may not.
 */
function child(): string {
  const each = `array(select such from (${eachChild}) every_child)`;
  return `case when f.children is null then null
    when c.stance <> 'REQUIRES' then true = any (${each})
    when (true = any (${each})) and (true = all (${each})) is not true then null
    else true = any (${each}) end`;
}

/**
 * What a rule names of that of which she may bring several, each of which is to be taken in: her children by their
 * place, animals and convictions by their words.
 */
export const namedOfHers = `case c.kind
  when 'HOUSEHOLD' then (select jsonb_agg(n) from (${eachChild}) every_child where such and t -> 'children' is not null)
  when 'ANIMALS' then t -> 'animals'
  when 'CONVICTIONS' then t -> 'convictions' end`;

/**
 * Settled as soon as the fewest and the most people there can be give one answer. One person at
 * least there always is; but nobody is refused of whom nothing is told.
 */
function people(): string {
  const least = `coalesce((t ->> 'peopleMin')::int, 0)`;
  return `case
    when c.stance = 'REFUSES' and f.partner is null and f.children is null then null
    when f.people_least >= ${least}
      and (t ->> 'peopleMax' is null or f.people_most <= (t ->> 'peopleMax')::int) then true
    when f.people_most < ${least} or f.people_least > (t ->> 'peopleMax')::int then false end`;
}

/** A region that is not there leaves it unknown whether she lives in it. */
function residence(): string {
  return `case
    when f.home is null then null
    when t -> 'countyFips' is not null then t -> 'countyFips' @> to_jsonb(f.home)
    when t -> 'outsideCountyFips' is not null then not t -> 'outsideCountyFips' @> to_jsonb(f.home)
    when exists (select from org.region_county m
      where m.county_fips = f.home and t -> 'regions' @> to_jsonb(m.region_id)) then true
    when exists (select from jsonb_array_elements_text(t -> 'regions') one
      where not exists (select from org.region r where r.id = one)) then null
    else false end`;
}

/** The nations told are not all there are: only every named nation denied is a no. */
function nation(): string {
  const hers = `bool_or((hers ->> case t ->> 'basis' when 'ENROLLED' then 'enrolled'
    when 'DESCENDANT' then 'descendant' when 'LIVES_WITHIN' then 'livesWithin' end)::boolean)`;
  return `case when t -> 'nations' = '"ANY"'
    then nullif((select ${hers} from jsonb_array_elements(f.nations) hers), false)
    else true = any (array(select
      (select ${hers} from jsonb_array_elements(f.nations) hers where hers ->> 'nationId' = one)
    from jsonb_array_elements_text(
      case jsonb_typeof(t -> 'nations') when 'array' then t -> 'nations' else '[]' end) one)) end`;
}

function papers(list: string): string {
  return `array(select (select bool_or((paper ->> 'has')::boolean)
      from jsonb_array_elements(f.documents) paper where paper ->> 'kind' = one)
    from jsonb_array_elements_text(t -> '${list}') one)`;
}
