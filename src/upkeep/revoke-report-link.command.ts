import { z } from 'zod';
import { idOf, record } from '../audit/index.js';
import { deciderOf, holdDisclosed } from '../disclosure/index.js';
import { readInput, Refusal, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import type { ReportLink } from './report-link-row.js';
import { endReportLink, reportLinkById } from './report-link.store.js';

const input = z.strictObject({ id: z.string() });
export type RevokeReportLink = z.input<typeof input>;

const noLink = () =>
  new Refusal('NOT_FOUND', 'There is no such link of yours, or it has ended.', 'input.id');

/**
 * A link of an own listing, which is held; open or not.
 * @throws Refusal `NOT_FOUND` where it is none, or another's: alike
 */
export async function keptReportLink(
  id: string,
  viewer: Viewer,
  sealing: Sealing,
): Promise<ReportLink> {
  const { reach } = await deciderOf(viewer, sealing);
  const link = await reportLinkById(sealing, id, reach);
  const own = { ...reach, isSteward: false };
  if (!link || !(await holdDisclosed(sealing, link.listingId, own))) throw noLink();
  return link;
}

/**
 * Ends a link, at once and on every server, whoever of its organization made it.
 * @returns its id
 * @throws Refusal `NOT_FOUND` where it is none, another's, or has ended
 */
export async function revokeReportLink(
  given: RevokeReportLink,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { id } = readInput(input, given, 'input');
  const { listingId } = await keptReportLink(id, viewer, sealing);
  if (!(await endReportLink(sealing, { id, by: idOf(viewer)! }))) throw noLink();
  await record(sealing, viewer, {
    action: 'revokeReportLink',
    thing: listingId,
    detail: { link: id },
  });
  return id;
}
