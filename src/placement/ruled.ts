import {
  CriterionKind,
  judgeKind,
  type Finding,
  type Land,
  type Rule,
  type Seeker,
} from '../eligibility/index.js';
import type { StoredClause } from './clause-book.js';

/** Clauses as they are stored, by their ids; undefined for one that is not known. */
export type ClauseOf = (id: number) => StoredClause | undefined;

/**
 * What the rules of listings come to for one seeker. Many listings say the same: of a clause it is found out
 * once a request. It holds the seeker, and so lives no longer.
 */
export class Ruled {
  private readonly found = new Map<number, Finding | null>();

  constructor(
    private readonly clauseOf: ClauseOf,
    private readonly seeker: Seeker,
    private readonly land: Land,
  ) {}

  /** The criteria of which some rule speaks. */
  spoken(clauses: readonly number[]): Set<CriterionKind> {
    return new Set(clauses.flatMap((id) => kindOf(this.clauseOf(id)) ?? []));
  }

  /** The rules themselves, those of the listing before those of the unit alone. */
  rules(clauses: readonly number[]): Rule[] {
    return clauses.flatMap((id) => {
      const { listing, unit } = this.rulesOf(id);
      return [...listing, ...unit];
    });
  }

  findings(clauses: readonly number[]): Finding[] {
    return clauses.flatMap((id) => this.finding(id) ?? []);
  }

  private finding(id: number): Finding | null {
    let found = this.found.get(id);
    if (found === undefined) {
      const kind = kindOf(this.clauseOf(id));
      found = kind ? judgeKind(kind, this.rulesOf(id), this.seeker, this.land) : null;
      this.found.set(id, found);
    }
    return found;
  }

  private rulesOf(id: number): Record<'listing' | 'unit', Rule[]> {
    const clause = this.clauseOf(id);
    const kind = kindOf(clause);
    if (!clause || !kind) return { listing: [], unit: [] };
    const own = ({ stance, terms }: { stance: string; terms: unknown }) => ({
      kind,
      stance: stance as Rule['stance'],
      terms,
    });
    return { listing: clause.rules.listing.map(own), unit: clause.rules.unit.map(own) };
  }
}

/** A kind of the vocabulary; null for one that a newer version wrote. */
const kindOf = (clause: StoredClause | undefined): CriterionKind | null =>
  clause && Object.hasOwn(CriterionKind, clause.kind) ? (clause.kind as CriterionKind) : null;
