import type { FindHousingQuery } from '@harborlight/client';

type Match = NonNullable<FindHousingQuery['findHousing']>['nodes'][number];

const verdicts: Record<Match['verdict'], string> = {
  ELIGIBLE: 'fits',
  ASK: 'ask first',
  NOT_ELIGIBLE: 'does not fit',
};

/** One match in the lines that are read aloud: what, how full, why, what to ask, whom to call. */
export function linesOf({
  option,
  unit,
  availability,
  distance,
  verdict,
  reasons,
}: Match): string[] {
  const how = distance?.meters ? `, ${Math.round(distance.meters / 1_000)} km` : '';
  return [
    `${option.name}${unit ? ` (${unit.name})` : ''}: ${verdicts[verdict]}${how}`,
    `  beds: ${bedsIn(availability)}`,
    ...option.places.map((place) => `  where: ${whereIs(place)}`),
    ...reasons.map(({ text, question }) => `  ${question ? `ask: ${question}` : `- ${text}`}`),
    ...option.phones.map(({ display, note }) => `  call ${display}${note ? ` (${note})` : ''}`),
  ];
}

/** Null is not zero: nobody has said. */
function bedsIn({ state, bedsOpen, freshness }: Match['availability']): string {
  if (bedsOpen === null) return state === 'UNKNOWN' ? 'not known, call' : state.toLowerCase();
  return `${bedsOpen} open${freshness === 'AGING' ? ', said some time ago' : ''}`;
}

function whereIs(place: Match['option']['places'][number]): string {
  if (place.__typename === 'WithheldPlace') return `${place.area}; the address is not told, call`;
  return [...place.address.lines, place.address.city].join(', ');
}
