export { createClient, type Client, type Settings, type Ways } from './client.js';
export { HarborlightError, type ErrorCode, type Fault } from './error.js';
export type { Given, Operation } from './operation.js';
export { each, pages, type NodeIn, type Page, type PageIn, type WalkWays } from './pages.js';
export * from './operations.js';
