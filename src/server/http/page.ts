import type { FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands in a page, between tags or in quotes. What no page can show is shown as such. */
export const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => escapes[letter]!).replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd');

/** A style as a file of our own origin, named by what is in it: it is the same for everyone, and kept. */
export interface Sheet {
  href: string;
  text: string;
}

export function sheetOf(text: string): Sheet {
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 16);
  return { href: `/style/${name}.css`, text };
}

export function serveSheet(app: FastifyInstance, { href, text }: Sheet): void {
  app.get(href, async (_request, reply) =>
    reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .type('text/css')
      .send(text),
  );
}
