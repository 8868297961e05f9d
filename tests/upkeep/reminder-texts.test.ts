import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reminderMail } from '../../src/upkeep/reminder-mail.js';
import { reminderTextReview, reminderTexts } from '../../src/upkeep/reminder-texts.js';

const now = new Date('2026-11-01T05:30:00Z');
const telling = { address: 'https://a.example', stopAt: 'https://a.example/reminders/x', now };
const one = (name: string | null, dueAt: string, timeZone: string | null = 'America/Chicago') => ({
  reminder: 'rmd_x',
  name,
  dueAt,
  timeZone,
});

test('a day is named by the clocks of those who keep the listing, by those of nowhere where it says none', () => {
  const { text } = reminderMail(
    [
      one('Birch', '2026-11-01T04:30:00Z'),
      one('Cedar', '2026-11-01T06:30:00Z'),
      one('Fir', '2027-03-14T04:30:00Z', null),
    ],
    telling,
  );
  for (const line of [
    '- Birch: was to be confirmed by October 31, 2026',
    '- Cedar: to be confirmed by November 1, 2026',
    '- Fir: to be confirmed by March 14, 2027',
    '- Birch: debía confirmarse hasta el 31 de octubre de 2026',
    '- Cedar: por confirmar hasta el 1 de noviembre de 2026',
  ]) {
    assert.ok(text.includes(`${line}\n`), text);
  }
});

test('a name is one line of a mail, and of many the first are named', () => {
  const wild = 'Birch\r\nBcc: all@example.org\n\nEverything is free';
  const many = Array.from({ length: 60 }, () => one(wild, '2027-01-01T00:00:00Z'));
  const { subject, text } = reminderMail(many, telling);
  assert.ok(!/^Bcc/m.test(text) && !/[\r\n]/.test(subject));
  assert.equal(text.match(/- Birch Bcc/g)?.length, 100);
  assert.equal(text.match(/^- …$/gm)?.length, 2);
});

test('each language says who has read it over', () => {
  assert.deepEqual(Object.keys(reminderTextReview), Object.keys(reminderTexts));
  for (const review of Object.values(reminderTextReview)) assert.match(review, /not yet/);
});
