import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser } from '../support/browser.js';
import { openDirectory } from '../support/directory.js';

const executablePath = findBrowser();
const skip = executablePath ? false : 'no Chromium found (set HARBORLIGHT_TEST_BROWSER)';
const directory = await openDirectory();
await directory.http.listen({ port: 0, host: '127.0.0.1' });
const address = directory.http.server.address();
const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;

let browser: Browser | undefined;
after(() => browser?.close());

/** A page of a real browser, with everything it loads and complains of. */
async function openPage(
  width: number,
): Promise<{ page: Page; loads: string[]; complaints: string[] }> {
  browser ??= await chromium.launch({
    executablePath: executablePath!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const [loads, complaints]: [string[], string[]] = [[], []];
  page.on('request', (request) => loads.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, loads, complaints };
}

/** Longer than the explorer waits before it takes in what was written. */
const EDITED_MS = 1_500;

const foreign = (loads: string[]) =>
  loads.filter((url) => !url.startsWith(base) && !/^(data|blob):/.test(url));

test(
  'the start page is whole on a phone and on a desk, and asks nothing of anyone else',
  { skip },
  async () => {
    for (const width of [320, 1_200]) {
      const { page, loads, complaints } = await openPage(width);
      await page.goto(base);
      assert.equal(await page.locator('h1').innerText(), 'Harborlight');
      assert.equal(await page.locator('.questions li').count(), 5);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      assert.ok(overflow <= 0, `${overflow} px too wide at ${width}`);
      assert.deepEqual([foreign(loads), complaints], [[], []]);
      await page.close();
    }
  },
);

test('a question of the start page is asked and answered in the explorer', { skip }, async () => {
  const { page, loads, complaints } = await openPage(1_200);
  await page.goto(base);
  await page.getByRole('link', { name: 'Who serves this ZIP?' }).click();
  await page.locator('.graphiql-execute-button').click({ timeout: 30_000 });
  await page.getByText('Leech Lake Band of Ojibwe').first().waitFor({ timeout: 30_000 });
  const address = page.url();
  await page
    .locator('.graphiql-query-editor .cm-content, .graphiql-query-editor textarea')
    .first()
    .focus();
  await page.keyboard.type('# her age');
  await page.waitForTimeout(EDITED_MS);
  assert.equal(page.url(), address, 'what is written does not come into the address');
  assert.deepEqual([foreign(loads), complaints], [[], []]);
  await page.goto(base);
  const kept = await page.evaluate(() => [
    ...Object.entries(localStorage),
    ...Object.entries(sessionStorage),
  ]);
  assert.deepEqual(kept, [], 'nothing that was asked is kept');
  await page.close();
});
