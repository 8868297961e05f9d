/** One match in an order whose last but one part is whole metres. */
interface Match {
  id: string;
  verdict: string;
  availability?: string;
  band: number;
  freshness?: string;
  meters: number | null;
}

/**
 * Doors stand within 3 mm (decision 13), so of a distance that is nearly half a metre the whole metres may
 * be one more or less than those of PostGIS; and of two doors a metre apart either may come first.
 */
export function toTheMetreOf<Found extends Match>(
  slow: readonly Found[],
  ours: readonly Found[],
): Found[] {
  const metersOf = new Map(slow.map(({ id, meters }) => [id, meters]));
  const nudged = ours.map((one) => {
    const meters = metersOf.get(one.id);
    const isNear = typeof meters === 'number' && Math.abs(meters - (one.meters ?? 0)) <= 1;
    return isNear ? { ...one, meters } : one;
  });
  const runs = Map.groupBy(nudged, (one) =>
    [one.verdict, one.availability, one.band, one.freshness].join(),
  );
  const inRun = (a: Found, b: Found) =>
    (a.meters ?? Infinity) - (b.meters ?? Infinity) || (a.id < b.id ? -1 : 1);
  return [...runs.values()].flatMap((run) => run.toSorted(inRun));
}

/** How many of the first so many are surely those, where whole metres may be one more or less. */
export function surelyFirst(slow: readonly Match[], limit: number): number {
  const isNear = (a: Match, b: Match) => Math.abs(a.meters! - b.meters!) <= 2;
  let end = Math.min(limit, slow.length);
  const next = () => slow[end];
  while (end > 0 && next() && next()!.meters !== null && isNear(slow[end - 1]!, next()!)) end -= 1;
  return end;
}
