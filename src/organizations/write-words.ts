import { z } from 'zod';
import type { Changing } from '../kernel/index.js';
import { contactInput, contactRow } from './contact.js';
import { addContacts, removeContacts } from './contact.store.js';
import { NetworkRole, OrganizationKind } from './organization.js';
import { saveOrganization } from './organization.store.js';

const TEXT_MAX = 10_000;

/** What an organization says of itself, but for where it is. */
export const organizationWords = z.strictObject({
  name: z.string().trim().min(1).max(300),
  kind: z.enum(OrganizationKind),
  roles: z.array(z.enum(NetworkRole)).max(20),
  description: z.string().trim().max(TEXT_MAX).nullish(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(1_000)
    .nullish(),
  regionId: z.string().nullish(),
  contacts: z.array(contactInput).max(50),
});
export type OrganizationWords = z.output<typeof organizationWords>;

/** Writes what an organization, new or known, says of itself. */
export async function writeWords(
  changing: Changing,
  id: string,
  { contacts, description, website, regionId, ...words }: OrganizationWords,
  besides: { standing: string; admittedAt: Date | null },
): Promise<void> {
  const { name, kind, roles } = words;
  await saveOrganization(changing, {
    id,
    name,
    kind,
    roles,
    description: description ?? null,
    website: website ?? null,
    region: regionId ?? null,
    ...besides,
  });
  await removeContacts(changing, { organizationId: id });
  await addContacts(
    changing,
    { organizationId: id },
    contacts.map((contact, index) => contactRow(contact, `contacts.${index}`)),
  );
}
