import { buildSchema } from './schema.js';

/** The contract for tools that read it from the code: `codegen.yml` names this file as its loader. */
export default function emitted() {
  return buildSchema();
}
