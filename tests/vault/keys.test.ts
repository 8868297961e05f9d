import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { newDataKey, readDataKeys, writeDataKey } from '../../src/vault/index.js';
import { readConfig, settingsTable } from '../../src/server/config.js';
import { openVault } from '../../src/server/data-vault.js';
import { dataKey } from '../support/vaults.js';

const folder = mkdtempSync(join(tmpdir(), 'harborlight-keys-'));
after(() => rmSync(folder, { recursive: true }));
const keys = [dataKey('new'), dataKey('old.1')];
const lines = keys.map(writeDataKey);
const [line = '', older = ''] = lines;
const read = (text: string) => readDataKeys(text, 'HARBORLIGHT_DATA_KEY');
const vaultOf = (settings: NodeJS.ProcessEnv) => openVault(readConfig(settings));

function file(text: string, mode = 0o600): NodeJS.ProcessEnv {
  const path = join(folder, 'keys');
  writeFileSync(path, text);
  chmodSync(path, mode);
  return { HARBORLIGHT_DATA_KEY_FILE: path };
}

test('keys are read as they are written: one a line or with commas, the newest first', () => {
  for (const text of [
    lines.join('\n'),
    lines.join(','),
    ` ${lines.join(' , ')} `,
    `# the newest\r\n${line}\r\n\r\n  # before\r\n${older}\r\n`,
  ])
    assert.deepEqual(read(text), keys, text);
});

test('a fresh key is one, and no two are alike', () => {
  const fresh = Array.from({ length: 100 }, () => newDataKey(new Date('2026-03-04T05:06:07Z')));
  assert.match(fresh[0]!.id, /^2026-03-04\.[0-9a-f]{8}$/);
  assert.deepEqual(read(fresh.map(writeDataKey).join('\n')), fresh);
});

test('what is no key is refused in words that say which, why and what to do, and repeat nothing', () => {
  const key = line.split(':')[1]!;
  const cases: [string, RegExp][] = [
    ['', /holds no key\. Make one with "harborlight keys new-data"/],
    ['# nothing but words', /holds no key/],
    [key, /key 1: it must be written id:key/],
    [`:${key}`, /key 1: it must be written id:key/],
    [`a b:${key}`, /key 1: it must be written id:key/],
    [`${line},x:${key.slice(4)}`, /key 2: what follows the colon is not 32 bytes in base64/],
    [`x:${key}AAAA`, /not 32 bytes/],
    [`x:${Buffer.from(key, 'base64').toString('hex')}`, /not 32 bytes/],
    [`x:${key.replace(/.=$/, '')}=`, /not 32 bytes/],
    [`x:${key}!`, /not 32 bytes/],
    [`x:${Buffer.alloc(32).toString('base64')}`, /key 1: all its bytes are the same/],
    [`${line},${older},new:${older.split(':')[1]}`, /key 3: another before it has the same id/],
    [`${line},x:${key}`, /key 2: another before it is the same key under another id/],
  ];
  for (const [text, words] of cases) {
    assert.throws(
      () => read(text),
      (error: Error & { code: string; field: string }) => {
        assert.match(error.message, words);
        assert.deepEqual([error.code, error.field], ['INVALID', 'HARBORLIGHT_DATA_KEY']);
        assert.match(error.message, /^HARBORLIGHT_DATA_KEY/);
        assert.ok(!error.message.includes(key.slice(0, 12)), error.message);
        return true;
      },
      text,
    );
  }
});

test('keys come from one of two settings; without either nothing is sealed', () => {
  const none = vaultOf({});
  assert.deepEqual([none.vault.currentKeyId, none.vault.size, none.warning], [null, 0, null]);
  for (const settings of [{ HARBORLIGHT_DATA_KEY: lines.join(',') }, file(lines.join('\n'))]) {
    const { vault, warning } = vaultOf(settings);
    assert.deepEqual([vault.currentKeyId, vault.size, warning], ['new', 2, null]);
  }
  assert.throws(
    () => vaultOf({ ...file(line), HARBORLIGHT_DATA_KEY: line }),
    /both set: unset one/,
  );
});

test('a file that cannot be used is refused, and one that all may read is warned of', () => {
  const refused = (settings: NodeJS.ProcessEnv, words: RegExp) =>
    assert.throws(() => vaultOf(settings), { code: 'INVALID', message: words });
  refused(
    { HARBORLIGHT_DATA_KEY_FILE: join(folder, 'none') },
    /cannot be read \(ENOENT\)\. Name a file/,
  );
  refused({ HARBORLIGHT_DATA_KEY_FILE: folder }, /cannot be read \(EISDIR\)/);
  refused(file('x'.repeat(100_000)), /too large/);
  refused(file('\n'), /holds no key/);
  refused(file(`${line}\nnonsense`), /HARBORLIGHT_DATA_KEY_FILE, key 2/);
  assert.equal(vaultOf(file(line, 0o640)).warning, null);
  assert.match(vaultOf(file(line, 0o604)).warning ?? '', /can be read by everyone.*chmod 600/);
});

test('the README has every setting, and no other', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');
  const listed = [...readme.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, name]) => name);
  assert.deepEqual(
    listed,
    settingsTable.map(({ name }) => name),
  );
});
