import {
  AccountEntity,
  AppKeyEntity,
  InvitationEntity,
  RoleGrantEntity,
  SessionEntity,
} from '../access/index.js';
import { RegionEntity } from '../geography/index.js';
import { AvailabilityReportEntity, HousingOptionEntity, UnitEntity } from '../housing/index.js';
import { ConveningEntity, ConveningHostEntity, MaterialEntity } from '../library/index.js';
import {
  ConfirmationEntity,
  CriterionEntity,
  ListingEntity,
  ListingSiteEntity,
  ServiceAreaEntity,
} from '../listings/index.js';
import {
  ContactEntity,
  LocationEntity,
  OrganizationEntity,
  PhoneEntity,
} from '../organizations/index.js';
import { ServiceEntity } from '../services/index.js';
import { TribalNationEntity } from '../tribal-nations/index.js';

/** Every table that changes go through. */
export const entities = [
  RegionEntity,
  OrganizationEntity,
  LocationEntity,
  ContactEntity,
  PhoneEntity,
  TribalNationEntity,
  ListingEntity,
  ListingSiteEntity,
  ServiceAreaEntity,
  CriterionEntity,
  ConfirmationEntity,
  ServiceEntity,
  HousingOptionEntity,
  UnitEntity,
  AvailabilityReportEntity,
  MaterialEntity,
  ConveningEntity,
  ConveningHostEntity,
  AccountEntity,
  RoleGrantEntity,
  SessionEntity,
  InvitationEntity,
  AppKeyEntity,
];
