import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { fiveQuestions } from './five-questions.js';

interface Asset {
  type: string;
  text: string;
  tag: string;
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/**
 * GraphiQL keeps what is asked in the browser and in the address; a shared computer would tell it to whoever
 * comes next, and a page loaded again to every proxy. Here it keeps it until the page is left, the address
 * stays as it is, and what an earlier visit left behind goes.
 */
const forgetful = `{
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith('graphiql:')) localStorage.removeItem(key);
  }
  const kept = Object.create({
    getItem(key) { return Object.hasOwn(this, key) ? this[key] : null; },
    setItem(key, value) { this[key] = String(value); },
    removeItem(key) { delete this[key]; },
  });
  Object.defineProperty(window, 'localStorage', { value: kept });
  history.replaceState = () => undefined;
  history.pushState = () => undefined;
}`;

/**
 * GraphiQL comes as one page with its code inside. Taken apart, its code is files of our own origin, and
 * the page runs under a policy that lets nothing inline run.
 */
function takeApart(): { page: string; assets: Map<string, Asset> } {
  const assets = new Map<string, Asset>();
  const whole = renderGraphiQL({
    title: 'Harborlight: ask the directory',
    endpoint: '/graphql',
    defaultQuery: fiveQuestions[0]!.query,
  });
  const page = whole
    .replace(/<link rel="icon"[^>]*>/, '<link rel="icon" href="/icon.svg" type="image/svg+xml">')
    .replace('<script>', () => `<script>${forgetful}</script><script>`)
    .replace(/<(style|script)>([\s\S]*?)<\/\1>/g, (_whole, kind: string, text: string) => {
      const name = `${digest(text)}.${kind === 'style' ? 'css' : 'js'}`;
      assets.set(name, {
        type: kind === 'style' ? 'text/css' : 'text/javascript',
        text,
        tag: name,
      });
      return kind === 'style'
        ? `<link rel="stylesheet" href="/graphiql/${name}">`
        : `<script src="/graphiql/${name}"></script>`;
    });
  return { page, assets };
}

const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "script-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** The explorer: GraphiQL from our own origin, and nothing from any other. */
export const explorerRoutes: FastifyPluginAsync = async (app) => {
  let apart: ReturnType<typeof takeApart> | undefined;
  const send = (reply: FastifyReply, type: string) =>
    reply.header('content-security-policy', policy).type(`${type}; charset=utf-8`);
  app.get('/graphiql', async (_request, reply) =>
    send(reply, 'text/html').send((apart ??= takeApart()).page),
  );
  app.get<{ Params: { file: string } }>('/graphiql/:file', async (request, reply) => {
    const asset = (apart ??= takeApart()).assets.get(request.params.file);
    if (!asset) return reply.callNotFound();
    // The name is the digest of what is in it, and it is the same for everyone.
    return send(reply, asset.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(asset.text);
  });
};
