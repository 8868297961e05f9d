import { z } from 'zod';
import { Refusal } from '../kernel/index.js';

const RATE_MAX = 1_000_000_000;
const rate = (standard: number) => z.coerce.number().int().min(0).max(RATE_MAX).default(standard);

/** Every setting: its name, what it is for, and what it is when it is not set. The only reader of the environment. */
const settings = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(4000)
    .describe('Port the server listens on'),
  HARBORLIGHT_HOST: z.string().default('127.0.0.1').describe('Address the server listens on'),
  HARBORLIGHT_ADDRESS: z
    .url({ protocol: /^https?$/ })
    .transform((address) => address.replace(/\/+$/, ''))
    .optional()
    .describe(
      'Where people open this directory, as https://directory.example.org: links in invitations begin with it',
    ),
  HARBORLIGHT_SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      'Server that takes mail, as smtps://user:password@mail.example.org; when unset, reminders are notices alone',
    ),
  HARBORLIGHT_MAIL_FROM: z
    .email()
    .optional()
    .describe('Address from which mail comes; needed with HARBORLIGHT_SMTP_URL'),
  HARBORLIGHT_BEHIND_PROXY: z
    .enum(['yes', 'no'])
    .default('no')
    .describe('"yes" where a proxy stands before the server and says whose request it is'),
  HARBORLIGHT_RATE_STRANGER: rate(600).describe(
    'Requests a minute from one network of whoever has not signed in; 0 where they are not counted',
  ),
  HARBORLIGHT_RATE_APP: rate(3_000).describe('Requests a minute of one app; 0 as above'),
  HARBORLIGHT_RATE_PERSON: rate(1_200).describe('Requests a minute of one person; 0 as above'),
  DATABASE_URL: z
    .string()
    .startsWith('postgres')
    .optional()
    .describe('PostgreSQL 15 or newer with PostGIS; when unset, the embedded database is used'),
  HARBORLIGHT_DATA: z.string().default('.harborlight').describe('Folder of the embedded database'),
  HARBORLIGHT_DATABASE_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(10)
    .describe(
      'Connections to PostgreSQL for questions of strangers, at most, and as many for people',
    ),
  HARBORLIGHT_ONE_LOGIN: z
    .enum(['yes', 'no'])
    .default('no')
    .describe(
      '"yes": whoever asks is answered over the login of DATABASE_URL, not over logins with rights of their own',
    ),
  HARBORLIGHT_LOG: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('How much is logged'),
  HARBORLIGHT_EMBEDDED_IN_PRODUCTION: z
    .string()
    .default('')
    .describe('"yes, for trying": allows the embedded database with NODE_ENV=production'),
  HARBORLIGHT_SAMPLE: z
    .enum(['yes', 'no'])
    .optional()
    .describe(
      'Whether an empty database is given invented providers too; when unset, not in production',
    ),
  HARBORLIGHT_SECOND_FACTOR: z
    .enum(['none', 'stewards', 'everyone'])
    .optional()
    .describe(
      'Of whom a second factor is asked: none, stewards or everyone; when unset, of stewards where there is a data key',
    ),
  HARBORLIGHT_DATA_KEY: z
    .string()
    .optional()
    .describe(
      'Keys that seal confidential addresses and second factors, newest first: id:key, with commas',
    ),
  HARBORLIGHT_DATA_KEY_FILE: z
    .string()
    .optional()
    .describe('The same from a file, one key a line; in place of HARBORLIGHT_DATA_KEY'),
  HARBORLIGHT_TRUSTED_DOCUMENTS: z
    .string()
    .optional()
    .describe(
      'Folder of manifests (*.json) of what partners’ programs ask, for keys that are limited to trusted documents',
    ),
  NODE_ENV: z
    .string()
    .default('development')
    .describe('"production" refuses the embedded database and the invented providers'),
});

export type Config = z.infer<typeof settings>;

/** Invented beds are for trying: nobody is sent to one who has not asked for a sample. */
export const wantsSample = ({ HARBORLIGHT_SAMPLE, NODE_ENV }: Config): boolean =>
  (HARBORLIGHT_SAMPLE ?? (NODE_ENV === 'production' ? 'no' : 'yes')) === 'yes';

export const ratesOf = (config: Config) => ({
  stranger: config.HARBORLIGHT_RATE_STRANGER,
  app: config.HARBORLIGHT_RATE_APP,
  person: config.HARBORLIGHT_RATE_PERSON,
});

/** Where people open this directory. */
export const addressOf = ({ HARBORLIGHT_ADDRESS, PORT }: Config): string =>
  HARBORLIGHT_ADDRESS ?? `http://localhost:${PORT}`;

/** What is set, as the doctor shows it. */
export const environment = process.env;

/** @throws Refusal `INVALID` naming each setting that cannot be used */
export function readConfig(from: NodeJS.ProcessEnv = environment): Config {
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ''));
  const read = settings.safeParse(given);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Refusal('INVALID', `Some settings cannot be used: ${faults.join('; ')}`);
}

/** Name, purpose and default of every setting, for the README's table and `harborlight doctor`. */
export const settingsTable = Object.entries(settings.shape).map(([name, schema]) => ({
  name,
  purpose: schema.description ?? '',
  standard: String(schema.safeParse(undefined).data ?? ''),
}));
