import { raw, sql, type Sql } from './sql.js';

/*
 * The one rule by which texts are read that only an organization's own people read, where someone looks who may not know its doors: a
 * steward, someone new, an app.
 */

const NOT_TOLD = 'Not told: it may lead to a withheld address.';

/** That a thing was noted. @param thing the column with its id */
export const mayLead = (thing: string): Sql =>
  raw(`exists (select from org.may_lead_to_door d where d.thing_id = ${thing})`);

/**
 * A text as someone reads it.
 * @param knowsDoors whether what leads to a door is hers to read
 * @param thing the column with the id of what it is of @param text its column
 */
export const readBy = (knowsDoors: Sql, thing: string, text: string): Sql =>
  sql`case when not ${knowsDoors} and ${mayLead(thing)} then ${NOT_TOLD}::text else ${raw(text)} end`;

/** That an organization withholds an address. @param organization a column */
export const withholdsAny = (organization: string): Sql =>
  raw(
    `exists (select from org.location w where w.organization_id = ${organization} and not w.street_told)`,
  );

/** The same of a text that is held against no door: it is told while its organization withholds none. */
export const unheldReadBy = (knowsDoors: Sql, organization: string, text: string): Sql =>
  sql`case when not ${knowsDoors} and ${withholdsAny(organization)} then ${NOT_TOLD}::text else ${raw(text)} end`;
