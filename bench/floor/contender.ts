import type { Contender } from '../contenders.js';
import { askedOf, placementAlike } from '../placement/asked.js';
import type { Form } from './statements.js';

const floorOf = (name: 'floor' | 'floorTuned', form: Form): Contender => ({
  name,
  program: ['bench/floor/server.js', form],
  path: '/',
  body: (work, variant) => JSON.stringify({ work, variant }),
  normal: (work, data) => (askedOf(work) ? placementAlike(data) : data),
});

export const floor = floorOf('floor', 'plain');
export const floorTuned = floorOf('floorTuned', 'tuned');
