/** Places that cells may name, and the sites of the organization whose sheet it is. */
export interface KnownPlaces {
  counties: readonly { fips: string; name: string; state: string }[];
  regions: readonly { id: string; name: string }[];
  nations: readonly { id: string; name: string }[];
  sites: readonly { id: string; name: string }[];
}

/** A name as it is compared: whatever stands between its words, and without what kind of county it is. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/ (?:county|parish|borough)\b/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Things by their ids and their names. */
export class Named {
  private readonly names: ReadonlyMap<string, string>;
  /** Null where several are called so. */
  private readonly ids = new Map<string, string | null>();

  constructor(things: Iterable<readonly [id: string, name: string]>) {
    this.names = new Map(things);
    for (const [id, name] of this.names) {
      this.ids.set(plain(name), this.ids.has(plain(name)) ? null : id);
    }
  }

  /** What a thing is called in a cell: by its name where it alone has it, else by its id. */
  called(id: string): string {
    const name = this.names.get(id);
    return name !== undefined && this.ids.get(plain(name)) === id ? name : id;
  }

  /** What a cell names, by id or by name; null where that is nothing, or several. */
  idOf(text: string): string | null {
    return this.names.has(text) ? text : (this.ids.get(plain(text)) ?? null);
  }
}

/** What cells may name. */
export class Known {
  /** As *Itasca County, MN*, by FIPS. */
  readonly counties: Named;
  readonly regions: Named;
  readonly nations: Named;
  readonly sites: Named;

  constructor({ counties, regions, nations, sites }: KnownPlaces) {
    const pairs = (things: readonly { id: string; name: string }[]) =>
      things.map(({ id, name }) => [id, name] as const);
    this.counties = new Named(
      counties.map(({ fips, name, state }) => [fips, `${name}, ${state}`] as const),
    );
    this.regions = new Named(pairs(regions));
    this.nations = new Named(pairs(nations));
    this.sites = new Named(pairs(sites));
  }
}
