/**
 * What is told of a seeker, in the words of the contract. An absent fact, or a null one, is
 * unknown.
 */
export interface SeekerFacts {
  age?: number | null;
  gender?: string | null;
  lgbtq?: boolean | null;
  veteran?: boolean | null;
  pregnant?: boolean | null;
  partner?: boolean | null;
  unaccompaniedMinor?: boolean | null;
  children?: readonly { age?: number | null; gender?: string | null }[] | null;
  situations?: readonly string[] | null;
  nations?:
    | readonly {
        nationId: string;
        enrolled?: boolean | null;
        descendant?: boolean | null;
        livesWithin?: boolean | null;
      }[]
    | null;
  homeCountyFips?: string | null;
  accessNeeds?: readonly string[] | null;
  serviceAnimal?: boolean | null;
  pets?: boolean | null;
  languages?: readonly string[] | null;
  documents?: readonly { kind: string; has: boolean }[] | null;
  substanceUse?: string | null;
  careNeeds?: readonly string[] | null;
  custody?: string | null;
  convictions?: readonly string[] | null;
  monthlyIncome?: number | null;
  policeCooperation?: boolean | null;
  referredBy?: string | null;
}

/**
 * From this age nobody is a minor in any state (18 in most, 19 or 21 in three), so a stated age
 * settles whether someone is one alone (Q11).
 */
const ADULT_AGE_YEARS = 21;

const yes = (name: string) => `(s ->> '${name}')::boolean`;

/**
 * One row: the seeker's facts, null where unknown. Words and lists stay JSON, so that `terms @>
 * fact` is null where the fact is. `people_least` and `people_most` bound the seeker, partner and
 * children; `people_most` is null where the children are not told.
 */
export const facts = `
  told as (select jsonb_strip_nulls(question -> 'seeker') as s from asked),
  facts as materialized (
    select (s ->> 'age')::int as age, s -> 'gender' as gender, ${yes('lgbtq')} as lgbtq,
      ${yes('veteran')} as veteran, ${yes('pregnant')} as pregnant, ${yes('partner')} as partner,
      coalesce(${yes('unaccompaniedMinor')},
        case when (s ->> 'age')::int >= ${ADULT_AGE_YEARS} then false end) as unaccompanied,
      s -> 'children' as children, jsonb_array_length(s -> 'children') as children_count,
      1 + coalesce(${yes('partner')}::int, 0) + coalesce(jsonb_array_length(s -> 'children'), 0)
        as people_least,
      1 + coalesce(${yes('partner')}::int, 1) + jsonb_array_length(s -> 'children') as people_most,
      s -> 'situations' as situations, s -> 'nations' as nations, s ->> 'homeCountyFips' as home,
      s -> 'accessNeeds' as access_needs, ${yes('serviceAnimal')} as service_animal,
      ${yes('pets')} as pets, s -> 'languages' as languages, s -> 'documents' as documents,
      s -> 'substanceUse' as substance_use, s -> 'careNeeds' as care_needs, s -> 'custody' as
        custody,
      s -> 'convictions' as convictions, (s ->> 'monthlyIncome')::numeric as income,
      ${yes('policeCooperation')} as police_cooperation, s -> 'referredBy' as referred_by
    from told)`;
