import { newId, sql, textArray, type Changing } from '../kernel/index.js';
import type { Capacity } from './capacity.js';
import type { Disclosed } from './disclosed.store.js';
import { isOpen, mayApprove, proposalCard, type ProposalRow } from './proposal-row.js';
import type { Aspect, Telling } from './telling.js';

export interface Proposal {
  id: string;
  thing: string;
  aspect: Aspect;
  before: Telling;
  after: Telling;
  reason: string;
  proposedBy: string;
  proposedAs: Capacity;
  lapsed: boolean;
  outcome: Ending | 'LAPSED' | 'VOID' | null;
}

/** How someone ends a proposal. */
export type Ending = 'APPROVED' | 'REJECTED' | 'WITHDRAWN';

/** @returns its id; null where one of the same thing and aspect is open already */
export async function addProposal(
  { em, now }: Changing,
  { id: thing, kind, organization, capacity }: Disclosed,
  proposal: {
    aspect: Aspect;
    before: Telling;
    after: Telling;
    reason: string;
    by: string;
    lapsesAt: Date;
  },
): Promise<string | null> {
  // One whose time is over makes room for the next.
  await em.execute(
    `update org.proposal set outcome = 'LAPSED', ended_at = ?
     where coalesce(listing_id, location_id) = ? and aspect = ? and outcome is null and lapses_at <= ?`,
    [now, thing, proposal.aspect, now],
  );
  const [row] = await em.execute<{ id: string }[]>(
    `insert into org.proposal (id, organization_id, listing_id, location_id, aspect, told_before, told_after,
       reason, proposed_at, proposed_by, proposed_as, lapses_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id`,
    [
      newId('Proposal'),
      organization,
      kind === 'LISTING' ? thing : null,
      kind === 'LOCATION' ? thing : null,
      proposal.aspect,
      proposal.before,
      proposal.after,
      proposal.reason,
      now,
      proposal.by,
      capacity,
      proposal.lapsesAt,
    ],
  );
  return row?.id ?? null;
}

/** Of what a proposal is: looked for before the thing, and then it, are held, always in this order. */
export async function thingProposed({ em }: Changing, id: string): Promise<string | null> {
  const [row] = await em.execute<{ thing: string }[]>(
    'select coalesce(listing_id, location_id) as thing from org.proposal where id = ?',
    [id],
  );
  return row?.thing ?? null;
}

/** A proposal, held until the change is kept. */
export async function holdProposal({ em, now }: Changing, id: string): Promise<Proposal> {
  const [row] = await em.execute<Proposal[]>(
    `select id, coalesce(listing_id, location_id) as thing, aspect, told_before as before,
       told_after as after, reason, proposed_by as "proposedBy", proposed_as as "proposedAs",
       lapses_at <= ? as lapsed, outcome
     from org.proposal where id = ? for update`,
    [now, id],
  );
  return row!;
}

export async function endProposal(
  { em, now }: Changing,
  id: string,
  { outcome, by, as }: { outcome: Ending; by: string; as: Capacity },
): Promise<void> {
  await em.execute(
    'update org.proposal set outcome = ?, ended_at = ?, ended_by = ?, ended_as = ? where id = ?',
    [outcome, now, by, as, id],
  );
}

/** What waits of things that are held: nobody approves it any more. */
export async function voidProposals(
  { em, now }: Changing,
  things: readonly string[],
): Promise<void> {
  await em.execute(
    `update org.proposal set outcome = 'VOID', ended_at = ?
     where coalesce(listing_id, location_id) = any (?::text[]) and outcome is null`,
    [now, textArray(things)],
  );
}

/** A proposal as it is shown to someone who decides on it. */
export async function proposalRow(
  { em, now }: Changing,
  id: string,
  {
    account,
    capacity,
    knowsDoors,
  }: { account: string } & Pick<Disclosed, 'capacity' | 'knowsDoors'>,
): Promise<ProposalRow> {
  const shown = sql`select ${proposalCard(sql`${knowsDoors}::boolean`)} as card, ${isOpen(now)} and
      ${mayApprove(account, sql`${capacity}`, now)} as "mayApprove"
    from org.proposal p where p.id = ${id}`;
  const [row] = await em.execute<{ card: Omit<ProposalRow, 'mayApprove'>; mayApprove: boolean }[]>(
    shown.sql,
    shown.values,
  );
  return { ...row!.card, mayApprove: row!.mayApprove };
}
