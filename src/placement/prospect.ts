import type { Asked } from './asked.js';
import { FACT_WORDS } from './facts.js';
import { ASK, ELIGIBLE, NOT_ELIGIBLE, OPEN } from './judge.js';
import { leastOrderFrom, orderOf, type Bounds } from './order.js';
import { bandOf, NO_BAND } from './question.js';
import { FANOUT, type SignatureTree } from './signature-tree.js';
import { metersOf } from './sphere.js';

/** No verdict that is wanted. */
const NO_VERDICT = 3;
const HAIR_METERS = 1;

/** What a node promises to one question: the best that anything under it can be. */
export class Prospect {
  private readonly facts: Int32Array;
  private readonly kinds: number;
  private readonly leastState: number;
  private readonly leastStateButOpen: number;
  /** Whether it is worth while to look at each listing of a leaf before it is entered. */
  private readonly looksCloser: boolean;
  private readonly mayAsk: boolean;
  /** Scratch: what is known of the node at hand. */
  private readonly bounds: Bounds = {
    verdict: 0,
    availability: 0,
    band: 0,
    bandMost: 0,
    meters: 0,
    metersMost: 0,
  };

  /** @param begins where the page begins in the order; below 0 where it is the first */
  constructor(
    private readonly asked: Asked,
    private readonly begins: number,
  ) {
    const { question, lexicon } = asked;
    this.facts = asked.facts;
    this.kinds = question.kinds ? lexicon.heardKindBits(question.kinds) : -1;
    const { counting, facets, widen } = question;
    this.looksCloser = !(counting || facets || widen) || !question.verdicts[ASK];
    const { askAbout, verdicts } = question;
    this.mayAsk = verdicts[ASK]! || (verdicts[ELIGIBLE]! && askAbout !== 0);
    this.leastState = question.availability.indexOf(true);
    this.leastStateButOpen = question.availability.indexOf(true, OPEN + 1);
  }

  /** Whether something under a node may match. */
  mayMatch(tree: SignatureTree, node: number): boolean {
    if (!this.isOfKind(tree, node) || this.stateAt(tree, node) < 0) return false;
    return this.verdictAt(tree, node) !== NO_VERDICT;
  }

  /** Whether something under a node may match, or would if some one thing were loosened. */
  mayNearlyMatch(tree: SignatureTree, node: number): boolean {
    if (!this.isOfKind(tree, node)) return false;
    return this.asked.question.verdicts[NOT_ELIGIBLE]! || this.bearsFacts(tree, node);
  }

  /**
   * The first place in the order, on the page or after, that anything under a node may have;
   * Infinity where nothing can match.
   */
  leastOrder(tree: SignatureTree, node: number): number {
    if (!this.isOfKind(tree, node)) return Infinity;
    const verdict = this.verdictAt(tree, node);
    const state = this.stateAt(tree, node);
    if (verdict === NO_VERDICT || state < 0) return Infinity;
    const { at, chordWithin } = this.asked;
    const { bounds } = this;
    bounds.verdict = verdict;
    bounds.availability = state;
    if (!at || tree.boxes.length === 0) return this.orderIn(at ? 0 : NO_BAND, NO_BAND);
    const [x, y, z] = at;
    const chord = tree.chordTo(node, x, y, z);
    if (chord > chordWithin) return Infinity;
    bounds.meters = Math.max(0, Math.floor(metersOf(chord)) - HAIR_METERS);
    bounds.band = bandOf(bounds.meters);
    if (this.begins < 0) return orderOf(verdict, state, bounds.band, 0, bounds.meters);
    bounds.metersMost = Math.ceil(metersOf(tree.chordPast(node, x, y, z))) + HAIR_METERS;
    bounds.bandMost = bandOf(bounds.metersMost);
    return leastOrderFrom(this.begins, bounds);
  }

  /**
   * The first place in the order that anything of a band may have, and of whose metres nothing is
   * told.
   */
  leastOrderIn(band: number): number {
    this.bounds.verdict = ELIGIBLE;
    this.bounds.availability = Math.max(OPEN, this.leastState);
    return this.orderIn(band, band);
  }

  /** The same of a band and all after it. */
  leastOrderFrom(band: number): number {
    this.bounds.verdict = ELIGIBLE;
    this.bounds.availability = Math.max(OPEN, this.leastState);
    return this.orderIn(band, NO_BAND);
  }

  /** The same, whatever its metres, for what is in the bounds and within these bands. */
  private orderIn(band: number, bandMost: number): number {
    const { bounds } = this;
    bounds.band = band;
    bounds.bandMost = bandMost;
    bounds.meters = 0;
    bounds.metersMost = null;
    return leastOrderFrom(this.begins, bounds);
  }

  private isOfKind(tree: SignatureTree, node: number): boolean {
    return this.kinds === -1 || (tree.kinds[node]! & this.kinds) !== 0;
  }

  private bearsFacts({ borne }: SignatureTree, node: number): boolean {
    for (let word = 0; word < FACT_WORDS; word += 1) {
      if ((this.facts[word]! & ~borne[node * FACT_WORDS + word]!) !== 0) return false;
    }
    return true;
  }

  /** The best wanted verdict that anything under a node may have. */
  private verdictAt(tree: SignatureTree, node: number): number {
    const { askAbout, verdicts } = this.asked.question;
    if (this.bearsFacts(tree, node)) {
      const asks = tree.asked[node]! & ~this.asked.told;
      const mayAsk = verdicts[ASK] || (verdicts[ELIGIBLE] && (asks & ~askAbout) === 0);
      const best = asks === 0 && verdicts[ELIGIBLE] ? ELIGIBLE : mayAsk ? ASK : NO_VERDICT;
      const isLeaf = node < tree.levels[1]!;
      const verdict = isLeaf && this.looksCloser ? this.verdictIn(tree, node, best) : best;
      if (verdict !== NO_VERDICT) return verdict;
    }
    return verdicts[NOT_ELIGIBLE] ? NOT_ELIGIBLE : NO_VERDICT;
  }

  /** The same of a leaf, its listings looked at one by one: at best so good. */
  private verdictIn(tree: SignatureTree, leaf: number, best: number): number {
    const { asked } = this;
    const { asking, refused, refusedToo } = tree.columns;
    const end = Math.min(tree.size, (leaf + 1) * FANOUT);
    let verdict = NO_VERDICT;
    for (let entry = leaf * FANOUT; entry < end && verdict > best; entry += 1) {
      const listing = tree.listingAt(entry);
      if (asked.passesBy(refused.data[listing]!, refusedToo.data[listing]!)) continue;
      const must = asked.mustAsk(asking.data[listing]!);
      if (!must && asked.question.verdicts[ELIGIBLE]) verdict = ELIGIBLE;
      else if (this.mayAsk) verdict = Math.min(verdict, ASK);
    }
    return verdict;
  }

  /** The best wanted availability that anything under a node may have; -1 where there is none. */
  private stateAt(tree: SignatureTree, node: number): number {
    const mayBeOpen = this.asked.isService || tree.openUntil[node]! > this.asked.question.now;
    return mayBeOpen ? this.leastState : this.leastStateButOpen;
  }
}
