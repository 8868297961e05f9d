// type-graphql reads design metadata through this; it must come before any decorated class.
import 'reflect-metadata';
export { askedAlso, askedOf, askedUnder } from './asked.js';
export { onceFor } from './once-for.js';
export { batched, type Asking, type TextLanguage } from './asking.js';
export type { Changing } from './changing.js';
export { Cursors, inOrder, questionOf, type Position } from './cursor.js';
export { atInput } from './at-input.js';
export { readInput } from './input.js';
export { checkId, idPrefixes, kindOfId, newId, type IdKind } from './id.js';
export { Node } from './node.type.js';
export {
  COUNT_MAX,
  Connection,
  PageInfo,
  connectionOf,
  emptyPage,
  planPage,
  type PageAsk,
  type PagePlan,
} from './page.js';
export { Refusal, refusalCodes, refuse, type RefusalCode } from './refusal.js';
export { after, jsonObject, readJson, readJsonOf } from './rows.js';
export {
  all,
  among,
  checkTexts,
  empty,
  isText,
  join,
  raw,
  sql,
  textArray,
  type Reader,
  type Sql,
  type Statement,
} from './sql.js';
export { isPartner, partnersReader } from './partners.js';
export { checkVersion } from './check-version.js';
export { keepingOf, keepsOf, type Keeps } from './keeping.js';
export { Line } from './line.js';
export { payloadOf, UserErrorView } from './user-error.js';
export {
  isPerson,
  personOf,
  Role,
  Scope,
  stranger,
  type App,
  type HeldRole,
  type Person,
  type Viewer,
} from './viewer.js';
export { enumOf } from './enum-of.js';
export { toldById, toldPage, toldPageOf, toldTable, type ToldRow } from './told-page.js';
export { queryOf, wordsIn, wordsOf } from './words.js';
export { DateOnly, DateTime, LanguageTag } from './scalars.js';
export { mayLead, readBy, unheldReadBy, withholdsAny } from './read-by.js';
export { Rounds, type Recurring } from './recurring.js';
export { spokenList } from './spoken-list.js';
export { utc } from './utc.js';
export {
  languageTag,
  primaryLanguage,
  SPOKEN,
  spokenLanguage,
  withPrimary,
} from './language-tag.js';
