export { coverage } from './coverage.query.js';
export { nodeById, nodeKindOf, nodesById, NodeKind, type AnyNode } from './node.query.js';
export { search } from './search.query.js';
export { CoverageResolver, SearchResolver } from './search.resolver.js';
