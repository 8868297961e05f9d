import { defineEntity, p } from '@mikro-orm/core';
import type { StoredHours } from './hours.js';

/** An office or a role of an organization or of one listing. The listing's id is plain: listings stand to the right. */
export const ContactEntity = defineEntity({
  name: 'Contact',
  schema: 'org',
  tableName: 'contact',
  properties: {
    id: p.text().primary(),
    organizationId: p.text().nullable(),
    listingId: p.text().nullable(),
    position: p.smallint(),
    purpose: p.text(),
    name: p.text(),
    title: p.text().nullable(),
    email: p.text().nullable(),
    hours: p.json<StoredHours>().nullable(),
    languages: p.array(),
  },
});

export const PhoneEntity = defineEntity({
  name: 'Phone',
  schema: 'org',
  tableName: 'phone',
  properties: {
    id: p.text().primary(),
    contact: () => p.manyToOne(ContactEntity).mapToPk().nullable(),
    listingId: p.text().nullable(),
    position: p.smallint(),
    number: p.text(),
    display: p.text(),
    kind: p.text(),
    extension: p.text().nullable(),
    note: p.text().nullable(),
  },
});
