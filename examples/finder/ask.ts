import type { FindHousingInput, PlaceInput, SeekerInput } from '@harborlight/client';
import type { Interface } from 'node:readline/promises';

/** Asks what matters of one person. Whatever is left empty is unknown, and unknown is not no. */
export async function askWhatMatters(terminal: Interface): Promise<FindHousingInput> {
  // Taken one by one, so that answers may come all at once too, or end: what is not answered is unknown.
  const lines = terminal[Symbol.asyncIterator]();
  let isOver = false;
  terminal.once('close', () => (isOver = true));
  const line = async (question: string): Promise<string> => {
    // Of lines that came all at once some may be left.
    if (isOver) return (await lines.next()).value?.trim() ?? '';
    terminal.setPrompt(`${question} `);
    terminal.prompt();
    const { done, value } = await lines.next();
    return done ? '' : value.trim();
  };
  const yesOrNo = async (question: string): Promise<boolean | undefined> => {
    const answer = (await line(`${question} (y/n, or nothing)`)).toLowerCase();
    // "Don't know" is neither.
    return /^y(es)?$/.test(answer) ? true : /^no?$/.test(answer) ? false : undefined;
  };
  const at = placeOf(await line('Where? A ZIP, or a city as "Bemidji, MN":'));
  const age = await line('How old is she?');
  if (!/^\d{0,3}$/.test(age)) throw new RangeError('Write her age in figures, or nothing: 17');
  const seeker: SeekerInput = {
    age: age === '' ? undefined : Number(age),
    pregnant: await yesOrNo('Pregnant?'),
    pets: await yesOrNo('Does a pet come with her?'),
    situations: (await yesOrNo('Is she being sold for sex?')) ? ['SEX_TRAFFICKING'] : undefined,
  };
  return { at, seeker };
}

/** @throws RangeError where it is neither a ZIP nor a city with its state */
export function placeOf(text: string): PlaceInput {
  if (/^\d{5}$/.test(text)) return { zip: text };
  const [, name, state] = /^(.+),\s*([A-Za-z]{2})$/.exec(text) ?? [];
  if (!name || !state)
    throw new RangeError('Write five digits, or a city and its state: Bemidji, MN');
  return { city: { name, state: state.toUpperCase() } };
}
