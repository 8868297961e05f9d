import type { Point } from '../../../src/geography/index.js';

/** Where the hand-made listings of the oracles' own tests stand, and when they are asked for. */
export const BEMIDJI: Point = { latitude: 47.4736, longitude: -94.8803 };
export const DULUTH: Point = { latitude: 46.7867, longitude: -92.1005 };
export const BELTRAMI = '27007';
export const ST_LOUIS = '27137';
export const now = new Date('2026-11-24T20:00:00Z');
