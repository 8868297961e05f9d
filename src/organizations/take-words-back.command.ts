import { DoorRefusal, holdAgainstDoors } from '../disclosure/index.js';
import { addRevision, changesBetween, type Statement } from '../history/index.js';
import { SealFault, type Sealing } from '../vault/index.js';
import { countOrganization, organizationStatement } from './organization-statement.store.js';
import { holdWords, publicWordsOf, setPublicWords } from './public-words.store.js';
import { organizationWords, writeWords } from './write-words.js';

/**
 * Takes down what a nation's people have said of their organization: from now on it says again what public sources say. What was
 * changed by that is kept with it.
 * @param said the mutation by which they do it, and why; it writes its own event
 */
export async function takeWordsBack(
  id: string,
  said: { action: string; reason: string | null },
  sealing: Sealing,
): Promise<void> {
  const held = await holdWords(sealing, id);
  const aside = await publicWordsOf(sealing, id);
  if (!aside) return;
  const before = await organizationStatement(sealing, id);
  const words = { ...before, ...aside };
  // What says nothing; but it must be called something: as it is called now.
  const bare: Statement = { name: before['name'], description: null, website: null, contacts: [] };
  const told = await withoutDoors(id, { words, bare }, sealing);
  await writeWords(sealing, id, organizationWords.parse(told), held);
  // What cannot be told now stays aside, and is not lost.
  await setPublicWords(sealing, id, told === words ? null : aside);
  const changes = changesBetween(before, await organizationStatement(sealing, id));
  if (Object.keys(changes).length === 0) return;
  const version = await countOrganization(sealing, id);
  const as = { madeAs: 'NATION_COORDINATOR', organization: id } as const;
  await addRevision(sealing, { thing: id, version, changes, ...said, ...as });
}

/**
 * To take words back is never refused: what may lead to an address that is withheld since does not come back, nor anything where that
 * cannot be looked at.
 */
async function withoutDoors(
  id: string,
  { words, bare }: Record<'words' | 'bare', Statement>,
  sealing: Sealing,
): Promise<Statement> {
  let told = words;
  for (const _ of Object.keys(bare)) {
    const leads = await leadingIn(id, told, sealing);
    if (leads === null) return told;
    // Where that is what leads, nothing else is told either.
    const isBare = !(leads in bare) || told[leads] === bare[leads];
    told = isBare ? { ...told, ...bare } : { ...told, [leads]: bare[leads] };
  }
  return told;
}

/** The first of some words that leads to a door; null where none does. */
async function leadingIn(id: string, given: Statement, sealing: Sealing): Promise<string | null> {
  try {
    await holdAgainstDoors({ organizationId: id, given }, sealing);
    return null;
  } catch (error) {
    if (error instanceof DoorRefusal) return /^\w+/.exec(error.field ?? '')?.[0] ?? '';
    if (error instanceof SealFault) return '';
    throw error;
  }
}
