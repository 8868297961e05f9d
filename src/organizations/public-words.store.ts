import type { Statement } from '../history/index.js';
import type { Changing } from '../kernel/index.js';

/** What public sources say of an organization whose nation says it otherwise itself; null where its words are theirs. */
export async function publicWordsOf({ em }: Changing, id: string): Promise<Statement | null> {
  const [row] = await em.execute<{ words: Statement | null }[]>(
    'select public_words as words from org.organization where id = ?',
    [id],
  );
  return row?.words ?? null;
}

/** Lays aside what public sources say; null where the words are theirs again. */
export async function setPublicWords(
  { em }: Changing,
  id: string,
  words: Statement | null,
): Promise<void> {
  await em.execute('update org.organization set public_words = ?::jsonb where id = ?', [
    words && JSON.stringify(words),
    id,
  ]);
}

/** An organization, held until the change is kept, by what its words do not say. */
export async function holdWords(
  { em }: Changing,
  id: string,
): Promise<{ standing: string; admittedAt: Date | null }> {
  const [row] = await em.execute<{ standing: string; admittedAt: string | null }[]>(
    'select standing, admitted_at as "admittedAt" from org.organization where id = ? for update',
    [id],
  );
  const { standing, admittedAt } = row!;
  return { standing, admittedAt: admittedAt === null ? null : new Date(admittedAt) };
}

/** Whether a nation has consented to what leaves its record out: to be asked after its organization is held. */
export async function isLeftOut({ em }: Changing, organization: string): Promise<boolean> {
  const found = await em.execute<unknown[]>(
    `select 1 from org.consent c join org.tribal_nation n on n.id = c.nation_id
     where n.organization_id = ? and c.ended_at is null and not c.covers_record`,
    [organization],
  );
  return found.length > 0;
}
