import { start } from '../contenders.js';
import { withClient } from '../generate/connections.js';
import { ours } from '../ours/contender.js';
import { measureLogging, type Logging } from './logging.js';
import { walk, type Walk } from './walk.js';

/** What it costs to follow all changes of a directory, and to log one. */
export interface ChangesFigures extends Logging {
  listings: number;
  things: number;
  walks: Walk[];
}

/** A page of the feed alone, and with what a copy needs of each thing. */
const asked = {
  'ids alone': 'id what',
  'with things': `id what node { __typename ... on Organization { name description places { area } contacts { name } }
    ... on Listing { name summary places { area } phones { display } eligibility { text } }
    ... on TribalNation { name } ... on Region { name } }`,
};

export async function measureChanges(url: string, listings: number): Promise<ChangesFigures> {
  const { isReady: _, ...asSoonAsItAnswers } = ours;
  const logging = await withClient(url, measureLogging);
  const server = await start(asSoonAsItAnswers, url);
  try {
    const walks: Walk[] = [];
    for (const [name, fields] of Object.entries(asked))
      walks.push(await walk(server, name, fields));
    return { listings, things: walks[0]!.things, walks, ...logging };
  } finally {
    await server.stop();
  }
}
