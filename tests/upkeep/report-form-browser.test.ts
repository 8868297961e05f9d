import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser } from '../support/browser.js';
import { openDirectory } from '../support/directory.js';
import { CreateReportLinkDocument } from '../support/documents.js';
import { comeIn } from '../support/people.js';
import { shelter } from '../support/shelters.js';

const executablePath = findBrowser();
const skip = executablePath ? false : 'no Chromium found (set HARBORLIGHT_TEST_BROWSER)';
/** A folder for pictures of the pages, for whoever wants to look at them. */
const pictures = process.env['HARBORLIGHT_TEST_PICTURES'];
const directory = await openDirectory();
await directory.http.listen({ port: 0, host: '127.0.0.1' });
const address = directory.http.server.address();
const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
const home = await shelter(directory.database, {
  listed: {
    units: [
      { name: 'Youth beds', capacity: 5, eligibility: [] },
      { name: 'Family rooms', capacity: null, eligibility: [] },
    ],
  },
});
const cora = await comeIn(directory, 'COORDINATOR', home.organization);

let browser: Browser | undefined;
after(() => browser?.close());

/** A link, opened on a small phone without scripts. */
async function opened(locale: string, colorScheme: 'light' | 'dark' = 'light') {
  const input = { listingId: home.listing, label: 'Night desk' };
  const { body } = await directory.ask(CreateReportLinkDocument, { input }, cora.headers);
  browser ??= await chromium.launch({
    executablePath: executablePath!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
    locale,
    colorScheme,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  const loads: string[] = [];
  page.on('request', (request) => loads.push(request.url()));
  await page.goto(base + body.data!.createReportLink!.url);
  return { page, complaints, loads, close: () => context.close() };
}

async function look(page: Page, name: string) {
  const { width } = (await page.locator('body').boundingBox())!;
  assert.ok(width <= 320, `${width} px wide`);
  // Nothing reaches out of the page.
  for (const part of await page.locator('main *').all()) {
    const box = await part.boundingBox();
    if (box) assert.ok(box.x >= 0 && box.x + box.width <= 320, await part.innerText());
  }
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

/** What has the focus, as a style sees it: without scripts nothing else can be asked. */
const focused = (page: Page) => page.locator(':focus');

for (const [locale, words] of Object.entries({
  en: {
    taking: 'Taking people now?',
    beds: 'Beds free',
    at: 'At most 5 can be free.',
    done: /Reported\. The directory now says:\s+Youth beds: open, 3 of 5 beds free\s+Family rooms: waiting list/,
  },
  es: {
    taking: '¿Recibe personas ahora?',
    beds: 'Camas libres',
    at: 'Como máximo pueden estar libres 5.',
    done: /Informado\. El directorio dice ahora:\s+Youth beds: abierto, 3 de 5 camas libres\s+Family rooms: lista de espera/,
  },
})) {
  test(`a form is filled by keyboard at 320 px without scripts (${locale})`, { skip }, async () => {
    await directory.database.em().execute('delete from org.availability_report');
    const { page, complaints, loads, close } = await opened(locale);
    assert.equal(await page.locator('html').getAttribute('lang'), locale);
    assert.equal(await page.locator('h1').count(), 1);
    await look(page, `${locale}-opened`);
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    // Of the first: yes, six beds, which are too many; of the second: nobody, and a waiting list.
    await press('Tab', 'Space');
    assert.equal(await focused(page).getAttribute('value'), 'yes');
    await press('Tab', '6', 'Tab', 'Tab', 'Space', 'ArrowRight');
    assert.equal(await focused(page).getAttribute('value'), 'no');
    await press('Tab', 'Tab', 'Space', 'Tab', 'Enter');
    const beds = page.getByLabel(words.beds).first();
    await page.getByText(words.at).waitFor();
    await look(page, `${locale}-faulty`);
    // The field at fault has the focus, is said to be wrong, and why.
    assert.equal(await focused(page).inputValue(), '6');
    assert.equal(await beds.getAttribute('aria-invalid'), 'true');
    const fault = (await beds.getAttribute('aria-describedby'))!.split(' ').at(-1);
    assert.equal(await page.locator(`#${fault}`).innerText(), words.at);
    assert.equal(await page.getByRole('radiogroup', { name: words.taking }).count(), 2);
    await press('Control+A', '3', 'Enter');
    const status = page.getByRole('status');
    await status.waitFor();
    await look(page, `${locale}-reported`);
    assert.match(await status.innerText(), words.done);
    assert.equal(await focused(page).getAttribute('role'), 'status');
    // What was said stands in the form, to be sent again.
    assert.equal(await beds.inputValue(), '3');
    assert.equal(await page.locator('input[value=no]:checked').count(), 1);
    assert.equal(await page.getByRole('checkbox', { checked: true }).count(), 1);
    // It was complained that the form came back, and of nothing else.
    assert.deepEqual(
      complaints.filter((text) => !text.includes('422')),
      [],
    );
    assert.deepEqual(
      loads.filter((url) => !url.startsWith(base)),
      [],
    );
    await close();
  });
}

test(
  'fingers find everything, by night too, and what does not work says so',
  { skip },
  async () => {
    const { page, close } = await opened('en', 'dark');
    await look(page, 'en-dark');
    for (const part of await page.locator('label.choice, input:not([type]), button').all()) {
      const { height } = (await part.boundingBox())!;
      assert.ok(height >= 44, `${height} px high`);
    }
    await page.goto(`${base}/report/AAAAAAAAAAAAAAAAAAAAAA`);
    assert.equal(await page.locator('h1').innerText(), 'This link does not work');
    await look(page, 'en-gone');
    await close();
  },
);
