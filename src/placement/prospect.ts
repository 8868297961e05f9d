import type { Asked } from './asked.js';
import { FACT_WORDS, factsOf } from './facts.js';
import { ASK, ELIGIBLE, NOT_ELIGIBLE, OPEN } from './judge.js';
import { orderOf } from './order.js';
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
  private readonly looksCloser: boolean;

  constructor(private readonly asked: Asked) {
    const { question, lexicon } = asked;
    this.facts = factsOf(question.seeker);
    this.kinds = question.kinds ? lexicon.heardKindBits(question.kinds) : -1;
    const { counting, facets, widen } = question;
    this.looksCloser = !(counting || facets || widen) || !question.verdicts[ASK];
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

  /** The first place in the order that anything under a node may have; Infinity where nothing can match. */
  leastOrder(tree: SignatureTree, node: number): number {
    if (!this.isOfKind(tree, node)) return Infinity;
    const verdict = this.verdictAt(tree, node);
    const state = this.stateAt(tree, node);
    if (verdict === NO_VERDICT || state < 0) return Infinity;
    const { at, chordWithin } = this.asked;
    if (!at || tree.boxes.length === 0) return orderOf(verdict, state, at ? 0 : NO_BAND, 0, 0);
    const chord = tree.chordTo(node, at[0], at[1], at[2]);
    if (chord > chordWithin) return Infinity;
    const meters = Math.max(0, Math.floor(metersOf(chord)) - HAIR_METERS);
    return orderOf(verdict, state, bandOf(meters), 0, meters);
  }

  /** The first place in the order that anything of a band may have. */
  leastOrderIn(band: number): number {
    return orderOf(ELIGIBLE, Math.max(OPEN, this.leastState), band, 0, 0);
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
      if (asks === 0 && verdicts[ELIGIBLE] && this.mayBeEligible(tree, node)) return ELIGIBLE;
      if (verdicts[ASK] || (verdicts[ELIGIBLE] && askAbout !== 0 && (asks & ~askAbout) === 0)) {
        return ASK;
      }
    }
    return verdicts[NOT_ELIGIBLE] ? NOT_ELIGIBLE : NO_VERDICT;
  }

  /** Of a leaf, where it is worth a look at each: whether one of its listings need not ask. */
  private mayBeEligible(tree: SignatureTree, node: number): boolean {
    if (!this.looksCloser || node >= tree.levels[1]!) return true;
    const end = Math.min(tree.size, (node + 1) * FANOUT);
    for (let entry = node * FANOUT; entry < end; entry += 1) {
      if (!this.asked.mustAsk(tree.askingAt(entry))) return true;
    }
    return false;
  }

  /** The best wanted availability that anything under a node may have; -1 where there is none. */
  private stateAt(tree: SignatureTree, node: number): number {
    const mayBeOpen = this.asked.isService || tree.openUntil[node]! > this.asked.question.now;
    return mayBeOpen ? this.leastState : this.leastStateButOpen;
  }
}
