import { actions } from '../../../src/access/roles.js';
import { FILE_BYTES_MAX } from '../../../src/imports/sheet.js';
import { Scope } from '../../../src/kernel/index.js';
import { COUNT_MAX, PAGE_ROWS_MAX } from '../../../src/kernel/page.js';
import { IDS_MAX } from '../../../src/search/node.query.js';
import { readConfig } from '../../../src/server/config.js';
import {
  ALIASES_MAX,
  COST_MAX,
  DEPTH_MAX,
  TOKENS_MAX,
} from '../../../src/server/graphql/limits.js';
import { BODY_BYTES_MAX } from '../../../src/server/http/listen.js';
import { codes, scopes } from './words.js';

const many = (number: number) => number.toLocaleString('en-US');
/** A text within a cell: on one line, its own bars kept from being the table's. */
export const cell = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();

export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map(cell).join(' | ')} |`)
    .join('\n');

const BYTES_A_MEGABYTE = 1_048_576;

export const codesTable = () =>
  table(
    ['code', 'when'],
    Object.entries(codes).map(([code, when]) => [`\`${code}\``, when]),
  );

/** What a scope opens, by the table of roles; what strangers may ask, it opens with more in the answers. */
export const scopesTable = () =>
  table(
    ['scope', 'for', 'questions', 'changes'],
    Object.keys(Scope).map((scope) => [
      `\`${scope}\``,
      scopes[scope as Scope],
      opened(scope, 'Query.'),
      opened(scope, 'Mutation.'),
    ]),
  );

const opened = (scope: string, kind: string) =>
  Object.entries(actions)
    .filter(([action, { scopes }]) => action.startsWith(kind) && isIn(scope, scopes))
    .map(([action]) => `\`${action.replace(kind, '')}\``)
    .join(' ');

const isIn = (scope: string, scopes: readonly string[]) => scopes.includes(scope);

export function limitsTable(): string {
  const rates = readConfig({});
  return table(
    ['what', 'at most'],
    [
      ['tokens of a document', many(TOKENS_MAX)],
      ['levels of depth', many(DEPTH_MAX)],
      ['one field side by side, under other names', many(ALIASES_MAX)],
      ['rows that could be answered: the product of every `first`', many(COST_MAX)],
      ['`first`', many(PAGE_ROWS_MAX)],
      ['`ids` of `nodes`', many(IDS_MAX)],
      ['`totalCount`', `${many(COUNT_MAX)}; above, null`],
      ['body', `${BODY_BYTES_MAX / BYTES_A_MEGABYTE} MB`],
      ['a spreadsheet, sent to `POST /imports`', `${FILE_BYTES_MAX / BYTES_A_MEGABYTE} MB`],
      ['requests a minute of strangers from one network', many(rates.HARBORLIGHT_RATE_STRANGER)],
      ['requests a minute of an app', many(rates.HARBORLIGHT_RATE_APP)],
      ['requests a minute of a person', many(rates.HARBORLIGHT_RATE_PERSON)],
    ],
  );
}

/** Who may ask for a root field. */
export function whoMay(action: string): string {
  const allowed = (
    actions as Record<
      string,
      { stranger: boolean; roles: readonly string[]; scopes: readonly string[] }
    >
  )[action];
  if (!allowed) return 'nobody';
  const { stranger, roles, scopes } = allowed;
  if (stranger) return scopes.length > 0 ? 'everyone' : 'whoever comes in';
  return [...roles, ...scopes].map((one) => `\`${one}\``).join(' ');
}
