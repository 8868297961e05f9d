import { createHash } from 'node:crypto';

/** An event as its seal sees it: every column as the database writes it, in texts. */
export interface EventRow {
  number: string;
  /** Seconds since 1970, with all six digits that the database holds. */
  at: string;
  viewerKind: string;
  viewerId: string | null;
  action: string;
  thingId: string | null;
  detail: string;
}

/**
 * How each column of an event is read to be sealed: the same text on every database, in every time zone.
 * Of time its seconds, for a date as words can stand for two times.
 */
export const eventColumns = {
  number: 'e.number::text',
  at: 'extract(epoch from e.at)::text',
  viewer_kind: 'e.viewer_kind',
  viewer_id: 'e.viewer_id',
  action: 'e.action',
  thing_id: 'e.thing_id',
  detail: 'e.detail::text',
} satisfies Record<string, string>;

const names: (keyof EventRow)[] = [
  'number',
  'at',
  'viewerKind',
  'viewerId',
  'action',
  'thingId',
  'detail',
];

/** The columns of an event `e`, in a statement. */
export const eventSelected = Object.values(eventColumns)
  .map((column, index) => `${column} as "${names[index]}"`)
  .join(', ');

/** Begins every event that is digested, so that it can be taken for nothing else; ends in its version. */
const FORM = 'harborlight event 1';

/** SHA-256, in hex, of an event as a JSON array: a text ends where its quotes do, and null is no text. */
export const digestOf = (event: EventRow): string =>
  createHash('sha256')
    .update(JSON.stringify([FORM, ...names.map((name) => event[name])]))
    .digest('hex');
