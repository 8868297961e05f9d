import type { ExactAddress } from '../../src/disclosure/index.js';
import { newDataKey, Vault, type DataKey } from '../../src/vault/index.js';

/** A key of a known name, as random as any. */
export const dataKey = (id: string): DataKey => ({ ...newDataKey(new Date(0)), id });
export const vaultOf = (...keys: DataKey[]) => new Vault(keys);

/** A door that is nowhere, in words and numbers that stand nowhere else. */
export const CANARY = {
  lines: ['4711 Zugunruhe Hollow', 'Quetzalcoatlus Wing'],
  city: 'Wrenhaven Ferry',
  postalCode: '00719-4242',
  point: { latitude: 46.713_985_247_1, longitude: -93.284_617_035_9 },
  notes: 'Ring twice; ask for Ptarmigan.',
} satisfies ExactAddress;
