import { randomBytes } from 'node:crypto';
import { refuse } from './refusal.js';

/** What an id's prefix says it is. Prefixes are three letters; nothing else of an id has a meaning. */
export const idPrefixes = {
  Organization: 'org',
  HousingOption: 'hou',
  Service: 'svc',
  TribalNation: 'nat',
  Region: 'reg',
  Material: 'mat',
  Convening: 'cnv',
  Location: 'loc',
  Unit: 'unt',
  Contact: 'con',
  Phone: 'pho',
  Criterion: 'cri',
  ServiceArea: 'sar',
  Report: 'rep',
  Confirmation: 'cfm',
  Area: 'are',
  Account: 'acc',
  Grant: 'grt',
  Invitation: 'inv',
  AppKey: 'key',
  Notice: 'ntc',
  Proposal: 'pro',
  Consent: 'cns',
  RevealGrant: 'rvg',
  Suggestion: 'sug',
  ReportLink: 'rpl',
  Reminder: 'rmd',
  Upload: 'upl',
  Import: 'imp',
  Duplicate: 'dup',
} as const;

export type IdKind = keyof typeof idPrefixes;

const kindOfPrefix = new Map(
  Object.entries(idPrefixes).map(([kind, prefix]) => [prefix, kind as IdKind]),
);
const ID_BYTES = 16;
const idForm = /^([a-z]{3})_[A-Za-z0-9_-]{22}$/;

/** A new random id: 128 bits, so that none can be guessed or counted. */
export function newId(kind: IdKind): string {
  return `${idPrefixes[kind]}_${randomBytes(ID_BYTES).toString('base64url')}`;
}

/**
 * That a text may be the id of such a thing. Whether there is one, and whether it may be told of, it does
 * not say.
 * @throws Refusal `INVALID`, naming the field
 */
export function checkId(id: string, kind: IdKind, field: string): void {
  if (kindOfId(id) !== kind) {
    refuse(
      `An id of this kind begins with "${idPrefixes[kind]}_", as the contract tells it.`,
      field,
    );
  }
}

/** What an id names, or null where it is no id of ours. */
export function kindOfId(id: string): IdKind | null {
  const prefix = idForm.exec(id)?.[1];
  return (prefix && kindOfPrefix.get(prefix as never)) || null;
}
