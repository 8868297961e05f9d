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
  /** Things that are told and did not come, and those that came more than once. */
  missing: number;
  twice: number;
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
    return (answer as { changes: Page<{ id: string }> }).changes;
  };
}

export async function measureChanges(url: string, listings: number): Promise<ChangesFigures> {
  const { isReady: _, ...asSoonAsItAnswers } = ours;
  const logging = await withClient(url, measureLogging);
  const told = await withClient(url, async (client) => {
    const { rows } = await client.query<{ many: number }>(
      `select count(*)::int as many from pub.change where what <> 'WITHDRAWN'`,
    );
    return rows[0]!.many;
  });
  const server = await start(asSoonAsItAnswers, url);
  try {
    const walks: Walk[] = [];
    let [missing, twice] = [0, 0];
    for (const [name, fields] of Object.entries(asked)) {
      const came = new Set<string>();
      const taken = (nodes: readonly { id: string }[]) => {
        for (const { id } of nodes) came.add(id);
      };
      const walked = await walk(name, changesAfter(server, fields), taken);
      walks.push(walked);
      missing += told - came.size;
      twice += walked.things - came.size;
    }
    return { listings, things: walks[0]!.things, walks, missing, twice, ...logging };
  } finally {
    await server.stop();
  }
}
