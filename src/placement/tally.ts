import { primaryLanguage } from '../kernel/index.js';
import type { Columns } from './columns.js';
import type { Lexicon } from './lexicon.js';
import { availabilityRanks, type FacetCounts } from './question.js';

/** Counts by number, of a growing range of numbers. */
class Counts {
  private readonly counts: Uint32Array;

  constructor(size: number) {
    this.counts = new Uint32Array(size);
  }

  add(number: number): void {
    this.counts[number]! += 1;
  }

  /** By word: each number's count added to every one of its words. */
  byWord(wordsOf: (number: number) => Iterable<string>, into = new Map<string, number>()) {
    const { counts } = this;
    // By index: there are thousands of numbers, and a few that were met.
    for (let number = 0; number < counts.length; number += 1) {
      const count = counts[number]!;
      if (count === 0) continue;
      for (const word of wordsOf(number)) into.set(word, (into.get(word) ?? 0) + count);
    }
    return into;
  }
}

/** Counts matches by what they are, in the lexicon's numbers; words come at the end. */
export class Tally {
  private readonly kinds: Counts;
  private readonly languages: Counts;
  private readonly counties: Counts;
  private readonly areas: Counts;
  private readonly policies: Counts;
  private readonly availability = new Counts(availabilityRanks.length);
  /** Of listings with several places, each of whose counties counts once. */
  private readonly severalCounties = new Map<string, number>();

  /** @param wanted the kinds asked for: only to one of them can the question be narrowed; null: all */
  constructor(
    private readonly lexicon: Lexicon,
    private readonly wanted: ReadonlySet<string> | null,
  ) {
    this.kinds = new Counts(lexicon.kinds.size);
    this.languages = new Counts(lexicon.languages.size);
    this.counties = new Counts(lexicon.counties.size);
    this.areas = new Counts(lexicon.areas.size);
    this.policies = new Counts(lexicon.policies.words.length);
  }

  /** Counts a match. */
  add(columns: Columns, listing: number): void {
    this.kinds.add(columns.kinds.data[listing]!);
    this.languages.add(columns.languages.data[listing]!);
    for (let held = columns.held.data[listing]!; held !== 0;) {
      const lowest = 31 - Math.clz32(held & -held);
      this.policies.add(lowest);
      held &= held - 1;
    }
    this.addCounties(columns, listing);
  }

  /** Counts what would match, were only one state of availability wanted. */
  addState(rank: number): void {
    this.availability.add(rank);
  }

  counts(): FacetCounts {
    const { lexicon, wanted } = this;
    const policies = lexicon.policies.words;
    const county = this.counties.byWord((one) => lexicon.counties.wordsOf(one));
    this.areas.byWord((area) => new Set(lexicon.areas.wordsOf(area)), county);
    for (const [fips, count] of this.severalCounties) {
      county.set(fips, (county.get(fips) ?? 0) + count);
    }
    return {
      kind: this.kinds.byWord(
        (kinds) => new Set(lexicon.kindsIn(kinds).filter((kind) => wanted?.has(kind) ?? true)),
      ),
      policy: this.policies.byWord((policy) => [policies[policy]!]),
      language: this.languages.byWord(
        (tags) => new Set(lexicon.languages.wordsOf(tags).map(primaryLanguage)),
      ),
      county,
      availability: this.availability.byWord((rank) => [availabilityRanks[rank]!]),
    };
  }

  private addCounties(columns: Columns, listing: number): void {
    const { lexicon } = this;
    const from = columns.doorsFrom.data[listing]!;
    const doors = columns.doorsFrom.data[listing + 1]! - from;
    const area = columns.area.data[listing]!;
    if (doors === 0) this.areas.add(area);
    else if (doors === 1 && area === 0) this.counties.add(columns.counties.data[from]!);
    else {
      const all = new Set(lexicon.areas.wordsOf(area));
      for (let door = from; door < from + doors; door += 1) {
        all.add(lexicon.counties.wordsOf(columns.counties.data[door]!)[0]!);
      }
      for (const county of all) {
        this.severalCounties.set(county, (this.severalCounties.get(county) ?? 0) + 1);
      }
    }
  }
}
