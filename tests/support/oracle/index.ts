import { search } from './search.js';
import { services } from './services.js';
import { verdicts } from './verdicts.js';

export type { SeekerFacts } from './facts.js';
export type { OracleQuestion } from './search.js';
export type { OracleServicesQuestion } from './services.js';
export type { OracleVerdict, Silent } from './verdicts.js';

/**
 * What a placement search must answer, said a second time: slowly, in plain SQL over the source
 * tables, sharing nothing with the rules and the indexes it is there to check.
 */
export const oracle = { verdicts, search, services };
