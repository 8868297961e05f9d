import {
  emptyPage,
  isPerson,
  raw,
  sql,
  textArray,
  toldPage,
  toldTable,
  type Asking,
  type Connection,
  type PageAsk,
  type Sql,
} from '../kernel/index.js';
import {
  capacityIn,
  isOfNation,
  isOfNone,
  knowsDoorsOf,
  reachOfViewer,
  type Reach,
} from './capacity.js';
import { noticeCard } from './notice-row.js';
import { grantCard } from './reveal-grant-row.js';
import type { NoticeView } from './notice.view.js';
import type { RevealGrantView } from './reveal-grant.view.js';

interface Page {
  first: number;
  after: string | null;
}

/** Newest first, where the order of pages is from what is least on: what is left until a day that nobody sees. */
const newestFirst = (column: string) =>
  raw(
    `lpad((9999999999999 - floor(extract(epoch from ${column}) * 1000)::bigint)::text, 13, '0') collate "C"`,
  );

/** That an organization is the viewer's own, and not a steward's; its first half is what an index finds. */
const isHers = (organization: string, reach: Reach): Sql =>
  sql`(${raw(organization)} = any (${textArray([...reach.organizations, ...reach.nations])}::text[])
    and ${capacityIn(organization, { ...reach, isSteward: false })} is not null)`;

/** What a steward is told: of the network itself, and who is given which role anywhere but in a nation. */
const isStewards = sql`(note.organization_id is null or note.role is not null and not ${isOfNation('note.organization_id')})`;

/** That a role of the viewer's was ended by another: she is told so, also where she is of that organization no more. */
const wasHers = (viewer: string): Sql =>
  sql`(note.person_id = ${viewer} and note.kind = 'ROLE_ENDED' and note.account_id is distinct from ${viewer})`;

/**
 * What the viewer's organizations are told, newest first, and which of her own roles another has ended; a steward is told of the network,
 * and who is given which role. Who has not signed in is told nothing, and nothing is read for her.
 * @throws Refusal `INVALID` where the page is none
 */
export async function noticesOf(
  page: Page,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<NoticeView>> {
  const { viewer } = asking;
  const reach = reachOfViewer(asking);
  const ask = pageOf('notices', page, asking);
  if (!isPerson(viewer)) return emptyPage(ask, asking.cursors);
  const told = sql`(
    select note.id, ${newestFirst('note.noted_at')} as sort_key,
      ${noticeCard(knowsDoorsOf('note.organization_id', reach))} as card
    from org.notice note where ${isHers('note.organization_id', reach)} or ${wasHers(viewer.id)}
      or ${reach.isSteward}::boolean and ${isStewards}) t`;
  return toldPage<NoticeView>(toldTable(told, ['t.card']), [], ask, asked, asking);
}

/**
 * Whom the viewer's organizations let ask for one of their doors, newest first: those who may still, or also those whose time is
 * over.
 * @throws Refusal `INVALID` where the page is none
 */
export async function revealGrantsOf(
  { ended, ...page }: Page & { ended: boolean },
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<RevealGrantView>> {
  // A steward reads no exact address, and not who may.
  const reach = { ...reachOfViewer(asking), isSteward: false };
  const ask = pageOf('revealGrants', page, asking, { ended });
  if (isOfNone(reach)) return emptyPage(ask, asking.cursors);
  const told = sql`(
    select g.id, ${newestFirst('g.granted_at')} as sort_key,
      ${grantCard(knowsDoorsOf('g.organization_id', reach))} as card
    from org.reveal_grant g where ${isHers('g.organization_id', reach)} and (${ended}::boolean
      or g.ended_at is null and g.ends_at > ${asking.now.toISOString()}::timestamptz)) t`;
  return toldPage<RevealGrantView>(toldTable(told, ['t.card']), [], ask, asked, asking);
}

/** A cursor is one person's. */
const pageOf = (question: string, page: Page, { viewer }: Asking, args: object = {}): PageAsk => ({
  question,
  args: { account: isPerson(viewer) ? viewer.id : '', ...args },
  ...page,
});
