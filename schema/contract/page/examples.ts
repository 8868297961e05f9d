import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A question, and what the sample network answers. */
export interface Example {
  name: string;
  title: string;
  query: string;
  variables: Record<string, unknown> | null;
  answer: unknown;
}

/** The examples of a folder, by name: `1-bed.graphql`, `1-bed.variables.json` where it takes some, `1-bed.answer.json`. */
export const readExamples = (folder: string): Example[] =>
  globSync('*.graphql', { cwd: folder })
    .sort()
    .map((file) => {
      const name = file.replace('.graphql', '');
      const json = (kind: string) =>
        JSON.parse(readFileSync(join(folder, `${name}.${kind}.json`), 'utf8')) as never;
      const [title, ...query] = readFileSync(join(folder, file), 'utf8').split('\n');
      return {
        name,
        title: title!.replace(/^# /, ''),
        query: query.join('\n').trim(),
        variables: existsSync(join(folder, `${name}.variables.json`)) ? json('variables') : null,
        answer: json('answer'),
      };
    });

const block = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\``;
const jsonBlock = (value: unknown) => block('json', JSON.stringify(value, null, 2));

export const exampleText = ({ title, query, variables, answer }: Example): string =>
  [
    `### ${title}`,
    block('graphql', query),
    ...(variables ? ['With the variables', jsonBlock(variables)] : []),
    'is answered',
    jsonBlock(answer),
  ].join('\n\n');
