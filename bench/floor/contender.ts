import type { Contender } from '../contenders.js';
import type { Form } from './statements.js';

const floorOf = (name: 'floor' | 'floorTuned', form: Form): Contender => ({
  name,
  program: ['bench/floor/server.js', form],
  path: '/',
  body: (work, variant) => JSON.stringify({ work, variant }),
  normal: (_work, data) => data,
});

export const floor = floorOf('floor', 'plain');
export const floorTuned = floorOf('floorTuned', 'tuned');
