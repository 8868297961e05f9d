import assert from 'node:assert/strict';
import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { generate } from '@graphql-codegen/cli';
import {
  buildSchema,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
} from 'graphql';
import { parse as parseYaml } from 'yaml';
import { done, freshFolder, root } from './packed-client.js';

const OPERATIONS = 'clients/typescript/src/operations.ts';
const sdl = readFileSync(join(root, 'schema/directory.graphql'), 'utf8');
const operations = globSync('clients/operations/*.graphql', { cwd: root })
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

/** A folder in which `@harborlight/client` is the client's sources as they are, or altered. */
function program(client = join(root, 'clients/typescript/src')): string {
  const folder = freshFolder();
  const compilerOptions = {
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2022', 'dom'],
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    // What comes with the compiler is no business of this test.
    skipLibCheck: true,
    paths: {
      '@harborlight/client': [join(client, 'index.ts')],
      libsql: [join(root, 'node_modules/libsql/types/index.d.ts')],
    },
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return folder;
}

/** The lines that `tsc --strict` names, as `tell.ts:7`, each once. */
async function faultyLines(folder: string): Promise<string[]> {
  const { ok, out } = await done('tsc', ['-p', folder, '--pretty', 'false'], folder);
  const named = [...out.matchAll(/^([\w./-]+)\((\d+),\d+\): error TS/gm)];
  assert.equal(ok, named.length === 0, out);
  return [...new Set(named.map(([, file, line]) => `${file}:${line}`))].sort();
}

const isIn = (line: string, words: string | RegExp) =>
  typeof words === 'string' ? line.includes(words) : words.test(line);

/** The lines of a text that hold some words. */
const linesWith = (file: string, text: string, words: string | RegExp) =>
  text
    .split('\n')
    .flatMap((line, at) => (isIn(line, words) ? [`${file}:${at + 1}`] : []))
    .sort();

const exampleFolder = join(root, 'examples');
const copyExamples = (folder: string) =>
  cpSync(exampleFolder, folder, {
    recursive: true,
    filter: (path) => !/\/(dist|node_modules|package\.json|tsconfig\.json)$/.test(path),
  });

/** What the examples use, and where. */
const used: Record<string, [file: string, words: string | RegExp]> = {
  'Availability.freshness': ['finder/tell.ts', 'function bedsIn('],
  'Distance.meters': ['finder/tell.ts', 'distance?.meters'],
  'Phone.note': ['finder/tell.ts', 'call ${display}'],
  'SeekerInput.pets': ['finder/ask.ts', 'pets: await'],
  'PlaceInput.zip': ['finder/ask.ts', 'return { zip: text }'],
  'Change.at': ['sync/copy.ts', 'id, kind, at, node } of changes'],
};

/** The contract, and the operations that are asked of it, without some fields. */
function without(fields: readonly string[]): { schema: string; documents: string } {
  const whole = buildSchema(sdl);
  const parent = (
    type: { name: { value: string } },
    fields: readonly { name: { value: string } }[],
  ) => fields.filter(({ name }) => !isGone(`${type.name.value}.${name.value}`));
  const isGone = (path: string) => fields.includes(path);
  const schema = visit(parse(sdl), {
    ObjectTypeDefinition: (type) => ({ ...type, fields: parent(type, type.fields ?? []) }),
    InputObjectTypeDefinition: (type) => ({ ...type, fields: parent(type, type.fields ?? []) }),
  }) as DocumentNode;
  const info = new TypeInfo(whole);
  const documents = visit(
    parse(operations),
    visitWithTypeInfo(info, {
      Field: ({ name }) =>
        isGone(`${info.getParentType()!.name}.${name.value}`) ? null : undefined,
    }),
  );
  return { schema: print(schema), documents: print(documents) };
}

/** The client, generated as it always is, but from another contract. */
async function clientOf({ schema, documents }: ReturnType<typeof without>): Promise<string> {
  const folder = freshFolder();
  cpSync(join(root, 'clients/typescript/src'), folder, { recursive: true });
  writeFileSync(join(folder, 'contract.graphql'), schema);
  writeFileSync(join(folder, 'asked.graphql'), documents);
  const { generates } = parseYaml(readFileSync(join(root, 'codegen.yml'), 'utf8')) as {
    generates: Record<string, { plugins: string[]; config: object }>;
  };
  const { plugins, config } = generates[OPERATIONS]!;
  const files = await generate(
    {
      schema: join(folder, 'contract.graphql'),
      generates: {
        [join(folder, 'operations.ts')]: {
          documents: join(folder, 'asked.graphql'),
          plugins: plugins.map((one) => (one.startsWith('.') ? join(root, one) : one)),
          config,
        },
      },
      silent: true,
    },
    false,
  );
  for (const { filename, content } of files as { filename: string; content: string }[])
    writeFileSync(filename, content);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return folder;
}

test('an example fails to compile where a field that it uses is gone, and the line is named', async () => {
  const whole = program();
  copyExamples(whole);
  assert.deepEqual(await faultyLines(whole), []);
  const less = program(await clientOf(without(Object.keys(used))));
  copyExamples(less);
  const expected = Object.values(used).flatMap(([file, words]) => {
    const found = linesWith(file, readFileSync(join(exampleFolder, file), 'utf8'), words);
    assert.ok(found.length > 0, String(words));
    return found;
  });
  assert.deepEqual(await faultyLines(less), expected.sort());
});

const head = `import { createClient, coverage, each, findHousing, HarborlightError, listing, organizations, viewer } from '@harborlight/client';
import type { CoverageQuery, FindHousingInput, FindHousingQuery, HousingOptionsQuery, ListingQuery, PlaceInput, SearchQuery, Verdict } from '@harborlight/client';
const client = createClient({ url: 'http://127.0.0.1:1/graphql' });
type Match = NonNullable<FindHousingQuery['findHousing']>['nodes'][number];
declare const match: Match;
declare const place: Match['option']['places'][number];
declare const error: HarborlightError;
type Equal<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
function is<_Holds extends true>(): void {}
`;

const right = `${head}
is<Equal<Verdict, 'ASK' | 'ELIGIBLE' | 'NOT_ELIGIBLE'>>();
is<Equal<Match['verdict'], Verdict>>();
// Null only where it can be: a root field, what nobody has said.
is<Equal<null extends CoverageQuery['coverage'] ? true : false, true>>();
is<Equal<Match['availability']['bedsOpen'], number | null>>();
is<Equal<Match['option']['name'], string>>();
is<Equal<Match['distance'], NonNullable<Match['distance']> | null>>();
is<Equal<null extends Match['reasons'][number] ? true : false, false>>();
// Scalars are what JSON holds.
is<Equal<Match['availability']['reportedAt'], string | null>>();
is<Equal<Match['option']['id'], string>>();
// A place says which it is, and then what it tells.
if (place.__typename === 'PublishedPlace') is<Equal<typeof place.address.lines, string[]>>();
else is<Equal<typeof place.__typename, 'WithheldPlace'>>();
// Nothing is any or unknown.
type Loose<T> = 0 extends 1 & T ? 'any' : unknown extends T ? 'unknown'
  : T extends readonly (infer One)[] ? Loose<One>
  : T extends object ? { [Key in keyof T]-?: Loose<T[Key]> }[keyof T] : never;
is<Equal<Loose<FindHousingQuery | CoverageQuery | ListingQuery | SearchQuery | HousingOptionsQuery>, never>>();
is<Equal<Loose<FindHousingInput>, never>>();
const ways: PlaceInput[] = [{ zip: '56601' }, { countyFips: '27007' }, { point: { latitude: 47, longitude: -94 } }];
for (const at of ways) void client.ask(coverage, { at });
void client.ask(viewer);
void client.ask(organizations);
void client.ask(findHousing, { input: {} }, { timeoutMs: 5 });
for await (const { name } of each(client, organizations, {})) is<Equal<typeof name, string>>();
`;

/** Each line that ends so is wrong, and no other. */
const WRONG = '// wrong';
const wrong = `${head}
const found = await client.ask(findHousing, { input: { seeker: { age: 17 } } });
found.findHousing.nodes.length; ${WRONG}
match.availability.bedsOpen.toFixed(); ${WRONG}
match.distance.band; ${WRONG}
match.option.description; ${WRONG}
place.address; ${WRONG}
match.availability.reportedAt?.getTime(); ${WRONG}
const perhaps: Verdict = 'PERHAPS'; ${WRONG}
const words: Record<Verdict, string> = { ASK: 'ask', ELIGIBLE: 'fits' }; ${WRONG}
const two: PlaceInput = { zip: '56601', countyFips: '27007' }; ${WRONG}
const none: PlaceInput = {}; ${WRONG}
const nothing: PlaceInput = { zip: null }; ${WRONG}
void client.ask(findHousing); ${WRONG}
void client.ask(findHousing, { input: { seeker: { age: '17' } } }); ${WRONG}
void client.ask(findHousing, { input: {}, firs: 3 }); ${WRONG}
void client.ask(coverage, { at: { zip: 56601 } }); ${WRONG}
void client.ask(listing, {}); ${WRONG}
void each(client, organizations, { firs: 3 }); ${WRONG}
void each(client, coverage, { at: { zip: '56601' } }); ${WRONG}
if (error.code === 'BROKEN') throw error; ${WRONG}
export { found, perhaps, words, two, none, nothing };
`;

test('what can be null, a place, a closed set and one of several are so in the types', async () => {
  const folder = program();
  writeFileSync(join(folder, 'right.ts'), right);
  writeFileSync(join(folder, 'wrong.ts'), wrong);
  assert.deepEqual(await faultyLines(folder), linesWith('wrong.ts', wrong, /\/\/ wrong$/));
});
