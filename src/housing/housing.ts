import { enumOf } from '../kernel/index.js';

/** Kinds of housing, in the words of HUD's inventories and of Minnesota's Safe Harbor programme. */
export const HousingKind = enumOf(
  'EMERGENCY_SHELTER',
  'SAFE_HOUSE',
  'MOTEL_VOUCHER',
  'HOST_HOME',
  'SPECIALIZED_FOSTER_CARE',
  'TRANSITIONAL',
  'RAPID_REHOUSING',
  'PERMANENT_SUPPORTIVE',
  'MATERNITY_HOME',
  'RESIDENTIAL_TREATMENT',
  'CRISIS_RESPITE',
  'DAY_CENTER',
);
export type HousingKind = keyof typeof HousingKind;

/** Who runs it, which is not what it is. */
export const OperatorKind = enumOf(
  'TRIBAL',
  'STATE',
  'COUNTY',
  'CITY',
  'NONPROFIT',
  'FAITH',
  'HEALTH_SYSTEM',
  'FOR_PROFIT',
);
export type OperatorKind = keyof typeof OperatorKind;

/** What a report of beds may add. A closed set: free words about tonight could tell of one person. */
export const ReportNote = enumOf(
  'ONE_NIGHT_ONLY',
  'CALL_FIRST',
  'INTAKE_PAUSED_TONIGHT',
  'EXPECTED_TOMORROW',
  'FAMILY_ROOM_ONLY',
  'OVERFLOW_OPEN',
);
export type ReportNote = keyof typeof ReportNote;
