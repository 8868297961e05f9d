export { changeOnce } from './change-once.command.js';
export { Digests } from './digests.js';
export type { OnceAsking } from './once-asking.js';
export { OnceInput } from './once.input.js';
