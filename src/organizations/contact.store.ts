import { newId, type Changing } from '../kernel/index.js';
import { ContactEntity, PhoneEntity } from './contact.entity.js';
import type { StoredHours } from './hours.js';

export interface PhoneRow {
  number: string;
  display: string;
  kind: string;
  extension: string | null;
  note: string | null;
}

export interface ContactRow {
  purpose: string;
  name: string;
  title: string | null;
  email: string | null;
  hours: StoredHours | null;
  languages: string[];
  phones: PhoneRow[];
}

export type ContactOwner = { organizationId: string } | { listingId: string };

/** Removes all contacts of an organization or a listing, their phones with them. */
export async function removeContacts({ em }: Changing, owner: ContactOwner): Promise<void> {
  await em.nativeDelete(ContactEntity, owner);
}

/** Adds contacts to an organization or a listing that has none. */
export async function addContacts(
  { em }: Changing,
  owner: ContactOwner,
  contacts: ContactRow[],
): Promise<void> {
  const named = contacts.map((contact, position) => ({
    ...contact,
    id: newId('Contact'),
    position,
  }));
  if (named.length > 0) {
    await em.insertMany(
      ContactEntity,
      named.map(({ phones: _, ...contact }) => ({
        organizationId: null,
        listingId: null,
        ...owner,
        ...contact,
      })),
    );
  }
  const phones = named.flatMap(({ id, phones: numbers }) =>
    numbers.map((phone, position) => ({
      ...phone,
      id: newId('Phone'),
      contact: id,
      listingId: null,
      position,
    })),
  );
  if (phones.length > 0) await em.insertMany(PhoneEntity, phones);
}

/** Removes the numbers of a listing itself. */
export async function removePhones({ em }: Changing, listingId: string): Promise<void> {
  await em.nativeDelete(PhoneEntity, { listingId });
}

/** Adds numbers to a listing itself that has none. */
export async function addPhones(
  { em }: Changing,
  listingId: string,
  phones: PhoneRow[],
): Promise<void> {
  if (phones.length === 0) return;
  await em.insertMany(
    PhoneEntity,
    phones.map((phone, position) => ({
      ...phone,
      id: newId('Phone'),
      contact: null,
      listingId,
      position,
    })),
  );
}
