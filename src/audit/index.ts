export { idOf, record, type Doer } from './event.store.js';
export { faultText, type AuditFault } from './fault.js';
export { addNotice, noticeKinds, wasToldOf, type Notice, type NoticeKind } from './notice.store.js';
export { headText, readHead, type Head } from './seal.js';
export { sealEvents, type Sealed } from './seal-events.command.js';
export { Sealer, type SealerWays } from './sealer.js';
export { unsealedOf } from './seals.query.js';
export { verifyLog } from './verify-log.query.js';
