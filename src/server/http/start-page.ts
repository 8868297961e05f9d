import type { FastifyPluginAsync } from 'fastify';
import type { House } from '../context.js';
import { fiveQuestions } from './five-questions.js';
import { escape, serveSheet, sheetOf } from './page.js';
import { startStyle } from './start-style.js';

const sheet = sheetOf(startStyle);

const question = ({ title, why, query }: (typeof fiveQuestions)[number], index: number) => `
      <li>
        <h3 id="question-${index + 1}">${escape(title)}</h3>
        <p>${escape(why)}</p>
        <pre tabindex="0" aria-labelledby="question-${index + 1}"><code>${escape(query)}</code></pre>
        <a class="ask" href="/graphiql?query=${encodeURIComponent(query)}"
          aria-label="Ask it in the explorer: ${escape(title)}">Ask it in the explorer</a>
      </li>`;

/** Told where a request comes through no port at all. */
const PORT_STANDARD = 4000;

const embeddedNotice = `
    <p class="notice">This server keeps its data in an embedded database, for trying and developing.
      It is no place for the real address of any shelter.</p>`;

/** What this is, for whoever opens the address of the server. Works without scripts. */
function startPage(embedded: boolean, port: number): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="description" content="The partner-network directory of a Safe Harbor response.">
    <title>Harborlight</title>
    <link rel="stylesheet" href="${sheet.href}">
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
  </head>
  <body>
    <header>
      <p class="mark"><svg viewBox="0 0 32 32" width="40" height="40" aria-hidden="true"><use href="/icon.svg#light"/></svg></p>
      <h1>Harborlight</h1>
      <p class="lead">Who can help, where a bed is, whom a nation has named, and which navigator serves a
        place: the directory of the people who answer when someone is being trafficked.</p>
    </header>
    <main>
    <p class="notice"><strong>In danger now? Call 911.</strong> National Human Trafficking Hotline:
      <a href="tel:18883737888">1-888-373-7888</a>, or text <a href="sms:233733">233733</a>.</p>${embedded ? embeddedNotice : ''}
    <section aria-labelledby="what">
      <h2 id="what">What this is</h2>
      <p>One GraphQL endpoint over a network of partners: organizations, housing options, services,
        tribal nations, regions, and the library they share. Minnesota is its first network. Its counties,
        regions, nations and crisis lines are real, each with its source and date. Its providers are a
        sample and say so: their numbers are 555-01xx and lead to nobody.</p>
      <p>What may not be told is not here: a withheld shelter answers with an area and a reason, never
        with a door. Nothing you ask is kept.</p>
      <ul class="doors">
        <li><a href="/graphiql">Explorer</a><span>ask in the browser</span></li>
        <li><code>POST /graphql</code><span>ask from your own tool</span></li>
        <li><code>GET /readyz</code><span>can it answer?</span></li>
      </ul>
    </section>
    <section aria-labelledby="try">
      <h2 id="try">Five questions to try</h2>
      <ol class="questions">${fiveQuestions.map(question).join('')}
      </ol>
      <p>From a terminal:</p>
      <pre tabindex="0"><code>curl -s localhost:${port}/graphql -H 'content-type: application/json' \\
  -d '{"query":"{ coverage(at: {zip: \\"56633\\"}) { county { name } } }"}'</code></pre>
    </section>
    </main>
  </body>
</html>
`;
}

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><g id="light">
<circle cx="16" cy="16" r="16" fill="#123b4a"/><path d="M13 26h6l-1.2-13h-3.6z" fill="#fff"/>
<path d="M13.6 12h4.8l-.6-4h-3.6z" fill="#ffc857"/><path d="M19 9l9-3v7l-9-2zM13 9L4 6v7l9-2z" fill="#ffc857" opacity=".75"/>
</g></svg>`;

export function startPageRoutes({ database }: House): FastifyPluginAsync {
  const embedded = database.kind === 'embedded';
  return async (app) => {
    app.get('/', async (request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .send(startPage(embedded, request.socket.localPort ?? PORT_STANDARD)),
    );
    serveSheet(app, sheet);
    app.get('/icon.svg', async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=86400').type('image/svg+xml').send(icon),
    );
  };
}
