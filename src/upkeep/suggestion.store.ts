import { createHash } from 'node:crypto';
import { capacityIn, knowsDoorsOf, type Reach } from '../disclosure/index.js';
import { kindOfId, newId, sql, utc, type Changing } from '../kernel/index.js';

export type SuggestedAs = 'STRANGER' | 'APP' | 'PERSON';
export type SuggestionState = 'OPEN' | 'ACCEPTED' | 'DECLINED';

/** What whoever suggested something is told of it. */
export interface Outcome {
  state: SuggestionState;
  suggestedAt: string;
  resolvedAt: string | null;
  answer: string | null;
}

const digestOf = (code: string) => createHash('sha256').update(code).digest('hex');

/** Where a thing that may be corrected stands, and the column that names whose it is. */
const owners: Partial<Record<string, [table: string, organization: string]>> = {
  Organization: ['org.organization', 'id'],
  HousingOption: ['org.listing', 'organization_id'],
  Service: ['org.listing', 'organization_id'],
  TribalNation: ['org.tribal_nation', 'organization_id'],
};

export const isCorrected = (id: string): boolean => (kindOfId(id) ?? '') in owners;

/** Whose a thing is that may be corrected; null where there is none, or it is nobody's. */
export async function ownerOfThing({ em }: Changing, id: string): Promise<string | null> {
  const [table, organization] = owners[kindOfId(id) ?? ''] ?? [];
  if (!table) return null;
  const [row] = await em.execute<{ owner: string | null }[]>(
    `select ${organization} as owner from ${table} where id = ?`,
    [id],
  );
  return row?.owner ?? null;
}

/** How many suggestions of a thing wait. */
export async function waitingOf({ em }: Changing, thing: string): Promise<number> {
  const [row] = await em.execute<{ many: number }[]>(
    `select count(*)::int as many from org.suggestion where thing_id = ? and state = 'OPEN'`,
    [thing],
  );
  return row!.many;
}

/** @param codeOf the code with which a suggestion is looked up @returns its id */
export async function addSuggestion(
  { em, now }: Changing,
  row: { thing: string; organization: string; as: SuggestedAs; words: string },
  codeOf: (id: string) => string,
): Promise<string> {
  const id = newId('Suggestion');
  await em.execute(
    `insert into org.suggestion (id, code_digest, thing_id, organization_id, suggested_at, suggested_as, words)
     values (?, decode(?, 'hex'), ?, ?, ?, ?, ?)`,
    [id, digestOf(codeOf(id)), row.thing, row.organization, now, row.as, row.words],
  );
  return id;
}

/**
 * What is answered is told so long, whatever is withheld meanwhile: who gave answers with streets in them would learn by the one that
 * changes, or that its house has to change, which of them is withheld.
 */
export const ANSWER_TOLD_DAYS = 30;
const DAY_MS = 24 * 3_600_000;
const answersSince = (now: Date) => new Date(now.getTime() - ANSWER_TOLD_DAYS * DAY_MS);

/** An answer that was held against no door, and given before all were, is told no more. */
const OUTCOME = `state, case when resolved_at > ? and not exists (
    select from org.may_lead_to_door d where d.thing_id = id) then answer end as answer,
  ${utc('suggested_at')} as "suggestedAt", ${utc('resolved_at')} as "resolvedAt"`;

/** Of a suggestion that is there. */
export async function outcomeOf({ em, now }: Changing, id: string): Promise<Outcome> {
  const [row] = await em.execute<Outcome[]>(`select ${OUTCOME} from org.suggestion where id = ?`, [
    answersSince(now),
    id,
  ]);
  return row!;
}

/** What became of the suggestion with a code; null where there is none. */
export async function outcomeByCode({ em, now }: Changing, code: string): Promise<Outcome | null> {
  const [row] = await em.execute<Outcome[]>(
    `select ${OUTCOME} from org.suggestion where code_digest = decode(?, 'hex')`,
    [answersSince(now), digestOf(code)],
  );
  return row ?? null;
}

/** A suggestion of what is someone's to keep true, held; null where it is none, or another's. */
export async function holdSuggestion(
  { em }: Changing,
  id: string,
  reach: Reach,
): Promise<{
  state: SuggestionState;
  thing: string;
  organization: string;
  knowsDoors: boolean;
} | null> {
  const found = sql`select s.state, s.thing_id as thing, s.organization_id as organization,
      ${knowsDoorsOf('s.organization_id', reach)} as "knowsDoors"
    from org.suggestion s cross join lateral (select ${capacityIn('s.organization_id', reach)}) c(capacity)
    where s.id = ${id} and c.capacity is not null for update of s`;
  const [row] = await em.execute<
    { state: SuggestionState; thing: string; organization: string; knowsDoors: boolean }[]
  >(found.sql, found.values);
  return row ?? null;
}

/** Its words are needed no longer, and kept no longer. */
export async function endSuggestion(
  { em, now }: Changing,
  id: string,
  state: Exclude<SuggestionState, 'OPEN'>,
  answer: string | null,
): Promise<void> {
  await em.execute(
    'update org.suggestion set state = ?, answer = ?, resolved_at = ?, words = null where id = ?',
    [state, answer, now, id],
  );
}

/** What is told of one that is resolved; when it was, stays. @returns whether anything is told of it still */
export async function answerAnew(
  { em, now }: Changing,
  id: string,
  answer: string,
): Promise<boolean> {
  const told = await em.execute<unknown[]>(
    'update org.suggestion set answer = ? where id = ? and resolved_at > ? returning id',
    [answer, id, answersSince(now)],
  );
  return told.length > 0;
}

/** Throws away some answers that are told no more. */
export async function dropAnswers({ em, now }: Changing, many: number): Promise<void> {
  await em.execute(
    `update org.suggestion set answer = null where id in (select id from org.suggestion
       where answer is not null and resolved_at <= ? order by resolved_at limit ?)`,
    [answersSince(now), many],
  );
}
