/** What a client sends, in the form of Apollo's persisted query manifests. */
export interface Manifest {
  format: string;
  version: number;
  operations: { id: string; name: string; type: string; body: string }[];
}

/** Whoever keeps the client of a release sends its texts for years: none that was released is left out. */
export function withDocumentsOf(asked: Manifest, released: Manifest): Manifest {
  const known = new Set(released.operations.map(({ id }) => id));
  const added = asked.operations.filter(({ id }) => !known.has(id));
  return { ...released, operations: [...released.operations, ...added] };
}
