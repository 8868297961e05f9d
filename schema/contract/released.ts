import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The contract as it was given out. */
export interface Released {
  version: string;
  date: string;
  text: string;
}

const HEADER = /^# Version (\d+\.\d+\.\d+), released (\d{4}-\d{2}-\d{2})\./;

/** What a file of `schema/released` holds: when it was released, and the contract. */
export const written = ({ version, date, text }: Released): string =>
  `# Version ${version}, released ${date}. Never changed: \`npm run release:schema\` writes the next one.\n\n${text}`;

/** @throws Error where it does not begin as it should */
export function readReleased(text: string): Released {
  const [, version, date] = HEADER.exec(text) ?? [];
  if (!version || !date)
    throw new Error('A released contract begins with its version and its day.');
  return { version, date, text };
}

/** Which of two versions comes first. */
export function compareVersions(one: string, other: string): number {
  const [ones, others] = [one, other].map((version) => version.split('.').map(Number));
  const at = ones!.findIndex((part, index) => part !== others![index]);
  return at < 0 ? 0 : ones![at]! - others![at]!;
}

/** The newest; null where nothing has been released. */
export function lastReleased(folder: string): Released | null {
  const all = globSync('*.graphql', { cwd: folder })
    .map((file) => readReleased(readFileSync(join(folder, file), 'utf8')))
    .sort((one, other) => compareVersions(one.version, other.version));
  return all.at(-1) ?? null;
}
