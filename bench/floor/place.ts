import type { Pool } from 'pg';
import { askedOf, LADDER_METERS, verdictMost, type Asked } from '../placement/asked.js';
import type { Variant, Work } from '../works.js';
import { codesOfClauses, placementTuned } from './placement-tuned.sql.js';
import { placement } from './placement.sql.js';
import type { Form } from './statements.js';

interface Page {
  nodes: string;
  facets: string;
  steps: string;
  many: number;
}

const factsOf = ({ seeker }: Asked) => [
  seeker.age,
  seeker.gender,
  seeker.children.length,
  seeker.situations,
];

/** By work: what all rules come to for its seeker, who is the same in all of its requests. */
const codes = new Map<Work, Promise<unknown[]>>();

function codesOf(work: Work, asked: Asked, pool: Pool): Promise<unknown[]> {
  let known = codes.get(work);
  if (!known) codes.set(work, (known = readCodes(asked, pool)));
  return known;
}

async function readCodes(asked: Asked, pool: Pool): Promise<unknown[]> {
  // Its facts are numbered as in the plain floor's statement, from the sixth on.
  const text = codesOfClauses.replaceAll(/\$([6-9])/g, (_, number) => `$${Number(number) - 5}`);
  const { rows } = await pool.query<{ codes: number[] }>(text, factsOf(asked));
  return [rows[0]!.codes];
}

/** One statement; with facets, one more for each radius until more is found. */
export async function place(pool: Pool, form: Form, work: Work, { point }: Variant) {
  const asked = askedOf(work)!;
  const statements = form === 'tuned' ? placementTuned : placement;
  const rest = form === 'tuned' ? await codesOf(work, asked, pool) : factsOf(asked);
  const ask = async <Row extends object>(name: keyof typeof statements, withinMeters: number) => {
    const { longitude, latitude } = point!;
    const values = [longitude, latitude, withinMeters, asked.kinds, verdictMost(asked), ...rest];
    const { rows } = await pool.query<Row>({
      name: `placement-${form}-${name}`,
      text: statements[name],
      values,
    });
    return rows[0]!;
  };
  if (work !== 'placementFacets') {
    const { nodes } = await ask<Page>('page', asked.withinMeters);
    return `{"findHousing":{"nodes":${nodes}}}`;
  }
  const { nodes, facets, steps, many } = await ask<Page>('pageWithFacets', asked.withinMeters);
  const widen = JSON.parse(steps) as object[];
  for (const withinMeters of LADDER_METERS) {
    const more = (await ask<{ many: number }>('count', withinMeters)).many - many;
    if (more === 0) continue;
    widen.push({ more, change: { withinMeters, availability: null, askAbout: null } });
    break;
  }
  return `{"findHousing":{"totalCount":${many},"facets":${facets},"widen":${JSON.stringify(widen)},"nodes":${nodes}}}`;
}
