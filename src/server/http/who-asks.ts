import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { appOf, isAppKey, isToken, noteUse, sessionOf, type Door } from '../../access/index.js';
import { Refusal, stranger, type Viewer } from '../../kernel/index.js';
import { changeAsked } from '../change-asked.js';
import type { House } from '../context.js';

/** Only over HTTPS or on one's own machine, only to this host, and read by no script. */
const COOKIE = '__Host-harborlight';
const cookieWays = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const;
const bearerForm = /^bearer +(\S+)$/i;

/**
 * Who asks: by the key of an app, or by the session of a person. A session that has ended is a stranger's.
 * @throws Refusal `UNAUTHENTICATED` where a key is brought that is none; `FORBIDDEN` where a page of another
 *   address asks in a person's name
 */
export async function whoAsks({ headers }: FastifyRequest, house: House): Promise<Viewer> {
  const { answering, secondFactor } = house;
  const now = house.now();
  if (headers.authorization !== undefined) {
    const key = bearerForm.exec(headers.authorization)?.[1] ?? '';
    const app = isAppKey(key) ? await appOf(answering.people, key, now) : null;
    if (app) return app;
    throw new Refusal(
      'UNAUTHENTICATED',
      'This key is none, or it has ended. Send "Authorization: Bearer hbl_…"; a steward issues keys.',
    );
  }
  const token = tokenOf(headers.cookie);
  if (token === null) return stranger;
  const session = await sessionOf(answering.people, token, now, secondFactor);
  if (!session) return stranger;
  checkOrigin(headers);
  if (session.isDue) {
    await changeAsked(house, (changing) => noteUse(token, changing), now);
  }
  return session.person;
}

/** The door of a request: a session that begins is held by the browser, one that ends is let go. */
export function doorOf({ headers, ip }: FastifyRequest, reply: FastifyReply): Door {
  const set = (value: string, expires: Date) =>
    reply.header('set-cookie', stringifySetCookie({ name: COOKIE, value, expires, ...cookieWays }));
  return {
    brought: tokenOf(headers.cookie),
    network: networkOf(ip),
    hold: (token, endsAt) => set(token, endsAt),
    letGo: () => set('', new Date(0)),
  };
}

function tokenOf(cookies: string | undefined): string | null {
  if (!cookies) return null;
  const token = parseCookie(cookies)[COOKIE];
  return token !== undefined && isToken(token) ? token : null;
}

/** Browsers say from which page a request comes; what says nothing is no browser's. */
function checkOrigin({ origin, host }: FastifyRequest['headers']): void {
  if (origin === undefined || hostOf(origin) === host) return;
  throw new Refusal('FORBIDDEN', 'Ask from a page of this directory itself.');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

const IPV6_GROUPS = 8;
const IPV6_NETWORK_GROUPS = 4;

/** One household or provider's customer: an IPv4 address, or the first half of an IPv6 one. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [left = [], right = []] = address
    .split('::')
    .map((part) => part.split(':').filter(Boolean));
  // What is left out between two colons is zeros.
  const zeros = Math.max(0, IPV6_GROUPS - left.length - right.length);
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  return groups.slice(0, IPV6_NETWORK_GROUPS).join(':');
}
