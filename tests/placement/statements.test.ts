import assert from 'node:assert/strict';
import type { Statement } from '../../src/kernel/index.js';
import { testBothWays } from '../support/both-ways.js';
import { openDirectory } from '../support/directory.js';
import {
  HousingFoundDocument,
  ServicesFoundDocument,
  type SeekerInput,
} from '../support/documents.js';
import { watching } from '../support/failing.js';

const STATEMENTS_MAX = 10;
/** Regions and nations are read where a rule among those told names one. */
const NAMED_KINDS = 2;
const directory = await openDirectory();

/** The statements for questions, as they were sent; what the index asks for by itself is none. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const note = ({ text }: Statement) => {
    if (!text.includes('placement_change')) seen.push(text);
  };
  await watching(directory.questions, note, work);
  return seen;
}

const at = { city: { name: 'Bemidji', state: 'MN' } };
const seeker: SeekerInput = {
  age: 17,
  gender: 'WOMAN',
  homeCountyFips: '27007',
  children: [{ age: 1 }],
  situations: ['SEX_TRAFFICKING', 'HOMELESS'],
};

const housing = (first: number) =>
  directory.data(HousingFoundDocument, {
    first,
    input: { at, seeker, verdicts: ['ELIGIBLE', 'ASK', 'NOT_ELIGIBLE'], languages: ['es'] },
  });
const services = (first: number) =>
  directory.data(ServicesFoundDocument, { first, input: { at, seeker } });

for (const [name, ask] of Object.entries({ housing, services })) {
  testBothWays(
    directory,
    `fifty ${name} with all they tell take the statements that five take, each once`,
    async () => {
      // What is kept for all questions, as the counties' outlines, is read before.
      await ask(1);
      const [five, fifty] = [await statementsOf(() => ask(5)), await statementsOf(() => ask(50))];
      assert.ok(five.length > 2 && fifty.length <= STATEMENTS_MAX, `${fifty.length} statements`);
      assert.equal(new Set(fifty).size, fifty.length, 'none is sent twice');
      assert.ok(five.every((statement) => fifty.includes(statement)));
      assert.ok(fifty.length - five.length <= NAMED_KINDS, `${five.length}, ${fifty.length}`);
    },
  );
}
