import { enumOf } from '../kernel/index.js';

/** Why a place is not told. */
export const WithheldReason = enumOf('CONFIDENTIAL_SHELTER', 'PRIVATE_HOME', 'BY_REQUEST');
export type WithheldReason = keyof typeof WithheldReason;
