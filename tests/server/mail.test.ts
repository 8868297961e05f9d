import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '../../src/server/config.js';
import { lookAtMail } from '../../src/server/command-line/doctor-mail.js';
import { Findings } from '../../src/server/command-line/findings.js';
import { openPost, postOf } from '../../src/server/mail.js';
import { speakLines, takeMail } from '../support/mail-server.js';

const FROM = 'directory@example.org';
const host = 'directory.example.org';
const mail = {
  to: 'someone@example.org',
  subject: 'Is it still true?',
  text: 'Hello.',
  id: 'x',
  stopAt: 'https://directory.example.org/reminders/x',
};
const settings = (url: string) => ({
  HARBORLIGHT_SMTP_URL: url,
  HARBORLIGHT_MAIL_FROM: FROM,
  HARBORLIGHT_ADDRESS: `https://${host}`,
});
/** What the doctor says of mail, and whether all is well. */
async function doctorSays(environment: NodeJS.ProcessEnv): Promise<[string, boolean]> {
  let said = '';
  const findings = new Findings((line) => (said += `${line}\n`));
  await lookAtMail(readConfig(environment), findings);
  return [said, findings.well];
}

test('no mail is sent where no server is named, and half of what it needs is refused', async () => {
  assert.equal(postOf(readConfig({})), null);
  const { HARBORLIGHT_MAIL_FROM: _, ...fromNobody } = settings('smtps://mail.example.org');
  const { HARBORLIGHT_ADDRESS: __, ...toNowhere } = settings('smtps://mail.example.org');
  for (const half of [fromNobody, toNowhere]) {
    assert.throws(() => postOf(readConfig(half)), /HARBORLIGHT_MAIL_FROM.*HARBORLIGHT_ADDRESS/);
    const [said, well] = await doctorSays(half);
    assert.deepEqual([well, /MISSING +Mail cannot be sent/.test(said)], [false, true], said);
  }
  assert.throws(() => readConfig(settings('http://mail.example.org')), /HARBORLIGHT_SMTP_URL/);
  const [said, well] = await doctorSays({});
  assert.ok(well && said.includes('reminders are notices alone'), said);
});

test('the doctor tries whether mail is taken, and says nothing of a password or of another server’s words', async () => {
  const server = await takeMail();
  assert.deepEqual((await doctorSays(settings(server.url)))[1], true);
  const canary = 'canary-of-a-password';
  const gone = server.url.replace(/\d+$/, '1');
  const refusing = await speakLines((socket) => {
    socket.write('220 here\r\n');
    socket.on('data', (line) => {
      if (String(line).startsWith('EHLO')) socket.write('250-here\r\n250 AUTH PLAIN\r\n');
      else socket.write(`535 No ${canary} and no ${FROM}\r\n`);
    });
  });
  for (const url of [gone, refusing.replace('//', `//name:${canary}@`)]) {
    const [said, well] = await doctorSays(settings(url));
    assert.ok(!well && /\(E[A-Z]+\)/.test(said), said);
    assert.ok(!said.includes(canary) && !said.includes(FROM), said);
  }
  assert.equal(server.taken.length, 0, 'to try is to send nothing');
});

test('over a network nothing is sent without TLS', async () => {
  const server = await takeMail();
  const send = (url: string) => openPost({ url, from: FROM, host }).send(mail);
  assert.equal(await send(server.url), 'ACCEPTED');
  // The same server by an address that is not known to be this machine's.
  await assert.rejects(send(server.url.replace('127.0.0.1', '[::ffff:127.0.0.1]')), {
    name: 'MailDown',
    code: 'ETLS',
  });
  assert.equal(server.taken.length, 1);
});

test('an address that no mail can go to is refused, and whoever sends is at fault for none of it', async () => {
  const server = await takeMail();
  const { send } = openPost({ url: server.url, from: FROM, host });
  for (const to of ['nobody', 'a@b@c', '', 'one@example.org, two@example.org']) {
    assert.equal(await send({ ...mail, to }), 'REFUSED', to);
  }
  assert.equal(await send({ ...mail, to: 'some.one+tag@example.org' }), 'ACCEPTED');
  assert.deepEqual(
    server.taken.map(({ to }) => to),
    [['some.one+tag@example.org']],
  );
});
