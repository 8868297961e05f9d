import { Geography } from './001-geography.js';
import { Network } from './002-network.js';
import { Told } from './003-told.js';
import { Telling } from './004-telling.js';
import { Placement } from './005-placement.js';
import { SettleAtOnce } from './006-settle-at-once.js';
import { People } from './007-people.js';
import { Confidential } from './008-confidential.js';
import { AuditSeals } from './009-audit-seals.js';
import { Notices } from './010-notices.js';
import { Partners } from './011-partners.js';
import { Disclosing } from './012-disclosing.js';
import { SecondFactor } from './013-second-factor.js';
import { LeastRights } from './014-least-rights.js';
import { IdempotencyKeys } from './015-idempotency-keys.js';
import { BringingIn } from './016-bringing-in.js';
import { HeldByDatabase } from './017-held-by-database.js';
import { Keeping } from './018-keeping.js';
import { Places } from './019-places.js';
import { Suggestions } from './020-suggestions.js';
import { Changes } from './023-changes.js';

/** Every migration in order. A name once used is never changed. */
export const migrations = [
  { name: '001-geography', class: Geography },
  { name: '002-network', class: Network },
  { name: '003-told', class: Told },
  { name: '004-telling', class: Telling },
  { name: '005-placement', class: Placement },
  { name: '006-settle-at-once', class: SettleAtOnce },
  { name: '007-people', class: People },
  { name: '008-confidential', class: Confidential },
  { name: '009-audit-seals', class: AuditSeals },
  { name: '010-notices', class: Notices },
  { name: '011-partners', class: Partners },
  { name: '012-disclosing', class: Disclosing },
  { name: '013-second-factor', class: SecondFactor },
  { name: '014-least-rights', class: LeastRights },
  { name: '015-idempotency-keys', class: IdempotencyKeys },
  { name: '016-bringing-in', class: BringingIn },
  { name: '017-held-by-database', class: HeldByDatabase },
  { name: '018-keeping', class: Keeping },
  { name: '019-places', class: Places },
  { name: '020-suggestions', class: Suggestions },
  { name: '023-changes', class: Changes },
];
