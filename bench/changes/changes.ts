import { start, type Running } from '../contenders.js';
import { withClient } from '../generate/connections.js';
import { ours } from '../ours/contender.js';
import { measureLogging, type Logging } from './logging.js';
import { PAGE_ROWS, walk, type Page, type Walk } from '../measure/walk.js';

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

/** @param fields what is asked of each change */
function changesAfter(server: Running, fields: string) {
  const query = `query Follow($after: String) { changes(first: ${PAGE_ROWS}, after: $after) {
    nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;
  return async (after: string | null) => {
    const answer = await server.ask(JSON.stringify({ query, variables: { after } }));
    return (answer as { changes: Page }).changes;
  };
}

export async function measureChanges(url: string, listings: number): Promise<ChangesFigures> {
  const { isReady: _, ...asSoonAsItAnswers } = ours;
  const logging = await withClient(url, measureLogging);
  const server = await start(asSoonAsItAnswers, url);
  try {
    const walks: Walk[] = [];
    for (const [name, fields] of Object.entries(asked))
      walks.push((await walk(name, changesAfter(server, fields))).walk);
    return { listings, things: walks[0]!.things, walks, ...logging };
  } finally {
    await server.stop();
  }
}
