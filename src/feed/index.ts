export { ChangeResolver } from './changes.resolver.js';
