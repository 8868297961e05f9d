import type { RefusalCode, Scope } from '../../../src/kernel/index.js';

/** Of each code, when it is told and what whoever is told it does. */
export const codes: Record<RefusalCode, string> = {
  BAD_REQUEST:
    'The document or the body cannot be read. Mend it; `field` says where, if one value is at fault.',
  UNAUTHENTICATED: 'Nobody is signed in, or the key is none (any more).',
  FORBIDDEN:
    'No role or scope of whoever asks allows it, or the key is for trusted documents alone and this is none.',
  NOT_FOUND: 'There is nothing that may be told: it is not there, or hidden. Which, is not said.',
  INVALID: 'A value is of the right type and does not fit. `field` names it.',
  LIMIT_EXCEEDED: 'It asks too much at once. Ask in parts.',
  RATE_LIMITED: 'Too many requests. Ask again when `Retry-After` says.',
  STALE_VERSION: 'Somebody else has changed it since. Read it again.',
  IDEMPOTENCY_CONFLICT:
    'The key was given with another change before. Take a fresh one for each change.',
  UNAVAILABLE: 'It cannot be answered now. Ask again when `Retry-After` says.',
  INTERNAL: 'A fault of ours. `incident` is the number under which it was logged.',
};

/** Of each scope, what it is for. */
export const scopes: Record<Scope, string> = {
  'directory:read': 'What is published.',
  'partners:read': 'What is for partners too.',
  'availability:write': 'Reports of open beds.',
  'listings:write': 'Listings of its organization.',
  'changes:read': 'What has changed since.',
};

export const howToAsk = `# The API

Written from the contract by \`npm run codegen\`; a test fails when it is not what the code says, and asks every example.
[schema/directory.graphql](../schema/directory.graphql) is the contract itself, [clients](../clients/README.md) says what
there is for each language, and the explorer of a running directory (its \`/graphiql\`, in a browser) lets one try.

## How to ask

\`POST /graphql\` with \`content-type: application/json\` and \`{"query": "…", "variables": {…}}\`. One question a request.

- **Apps** send \`Authorization: Bearer hbl_…\`; a steward issues the key and says what it is for. Without one, what is published
  is told. A key belongs in a program on a server: in a page, everyone who opens it has it.
- **Trusted documents** may be sent by their id: \`{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "…"}}}\` in the place
  of \`query\`. A key that is limited to them is refused every other with \`FORBIDDEN\` ([which they are](../clients/README.md#trusted-documents)).
- **Pages of browsers** ask from the directory's own address alone: it answers no page of another one (no CORS). An app with pages asks
  from its server.
- **People** sign in with \`signIn\`, whose answer sets a cookie.
- \`Accept-Language: es\` (or \`en\`) chooses the language of texts for people. Codes are the same in each.
- **Pages**: \`first\` and \`after\`; \`pageInfo { hasNextPage endCursor }\` tells where to go on. A cursor holds for the question that
  it came from. \`totalCount\` is counted where it is asked for, and null above COUNT_MAX.
- **Changes** take one \`input\` and answer with \`userErrors\`, empty where it was made. With an \`idempotencyKey\` in it (a fresh UUID for
  each change that is meant) it may be sent again: it is made once.
- **What will go** says so in the contract; whoever asks for it, or gives it, is told with each answer, in the headers \`Deprecation\`
  (since when) and \`Sunset\` (until when).
- **Null** is not known, or not told; it never means none. What is hidden answers as what is not there.

Times are in UTC, distances in metres, phones in E.164 with a form to show, languages as in BCP 47, counties by their FIPS.
`;
