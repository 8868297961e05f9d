import { enumOf } from '../kernel/index.js';

export const MaterialKind = enumOf('GUIDE', 'PROTOCOL', 'TRAINING', 'VIDEO', 'POSTER', 'CAMPAIGN');
export type MaterialKind = keyof typeof MaterialKind;

export const Audience = enumOf(
  'POLICE',
  'PROSECUTORS',
  'HOTEL_STAFF',
  'SCHOOLS',
  'PARENTS',
  'YOUTH',
  'HEALTH',
  'PROVIDERS',
  'PUBLIC',
);
export type Audience = keyof typeof Audience;
