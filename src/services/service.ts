import { enumOf } from '../kernel/index.js';

export const ServiceKind = enumOf(
  'NAVIGATION',
  'CRISIS_LINE',
  'ADVOCACY',
  'CASE_MANAGEMENT',
  'LEGAL',
  'FORENSIC_EXAM',
  'MENTAL_HEALTH',
  'SUBSTANCE_USE',
  'HEALTH_CARE',
  'OUTREACH',
  'EDUCATION',
  'EMPLOYMENT',
  'CULTURAL_HEALING',
  'INTERPRETATION',
  'TRANSPORT',
  'CHILD_CARE',
  'BASIC_NEEDS',
  'RELOCATION',
  'SURVIVOR_MENTORING',
  'SUPPORT_GROUP',
  'PREVENTION',
  'TRAINING',
  'MULTIDISCIPLINARY_TEAM',
  'FORENSIC_INTERVIEWING',
);
export type ServiceKind = keyof typeof ServiceKind;
