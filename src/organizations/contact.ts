import { z } from 'zod';
import type { ContactRow, PhoneRow } from './contact.store.js';
import { spokenLanguage } from '../kernel/index.js';
import { hoursInput, storedHours } from './hours.js';
import { ContactPurpose } from './organization.js';
import { dialedNumber, phoneInput } from './phone.js';

/** An office or a role that can be reached; a person only where she agreed to be told. */
export const contactInput = z.strictObject({
  purpose: z.enum(ContactPurpose),
  name: z.string().trim().min(1).max(200),
  title: z.string().trim().max(200).nullish(),
  email: z.email().max(320).nullish(),
  phones: z.array(phoneInput).max(20),
  hours: hoursInput.nullish(),
  languages: z.array(spokenLanguage).max(100),
});

/** @throws Refusal `INVALID` where a number cannot be dialed */
export function phoneRow(phone: z.output<typeof phoneInput>, field: string): PhoneRow {
  const { number, display } = dialedNumber(phone.number, field);
  return {
    number,
    display,
    kind: phone.kind,
    extension: phone.extension ?? null,
    note: phone.note ?? null,
  };
}

export function contactRow(contact: z.output<typeof contactInput>, field: string): ContactRow {
  return {
    purpose: contact.purpose,
    name: contact.name,
    title: contact.title ?? null,
    email: contact.email ?? null,
    hours: contact.hours ? storedHours(contact.hours) : null,
    languages: contact.languages,
    phones: contact.phones.map((phone, index) =>
      phoneRow(phone, `${field}.phones.${index}.number`),
    ),
  };
}
