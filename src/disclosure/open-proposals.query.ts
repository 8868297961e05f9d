import {
  emptyPage,
  isPerson,
  raw,
  sql,
  toldPage,
  toldTable,
  utc,
  type Asking,
  type Connection,
} from '../kernel/index.js';
import { capacityIn, isOfNone, knowsDoorsOf, reachOfViewer } from './capacity.js';
import { isOpen, mayApprove, proposalCard } from './proposal-row.js';
import type { ProposalView } from './proposal.view.js';

/**
 * The open proposals on which the viewer decides, her own among them, the oldest first. A stranger, an app and an
 * advocate decide on none, and nothing is read for them.
 * @throws Refusal `INVALID` where the page is none
 */
export async function openProposals(
  page: { first: number; after: string | null },
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<ProposalView>> {
  const { viewer, now, cursors } = asking;
  const reach = reachOfViewer(asking);
  const account = isPerson(viewer) ? viewer.id : '';
  const question = { question: 'proposals', args: { account }, ...page };
  if (isOfNone(reach)) return emptyPage(question, cursors);
  const open = sql`(
    select p.id, ${raw(utc('p.proposed_at'))} collate "C" as sort_key,
      ${proposalCard(knowsDoorsOf('p.organization_id', reach))} as card, json_build_object('mayApprove',
        ${mayApprove(account, raw('c.capacity'), now)}) as for_viewer
    from org.proposal p
    cross join lateral (select ${capacityIn('p.organization_id', reach)}) c(capacity)
    where ${isOpen(now)} and c.capacity is not null) t`;
  return toldPage<ProposalView>(
    toldTable(open, ['t.card', 't.for_viewer']),
    [],
    question,
    asked,
    asking,
  );
}
