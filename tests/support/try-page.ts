import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Answer, Directory } from './directory.js';
import type { TypedDocumentString } from './documents.js';
import { refusalText, sectionsIn, type Section } from './page-sections.js';
import { told } from './told-json.js';

/*
 * Pages for coordinators hold what is asked, what is answered and what is refused. A test asks all of it, in the order of the
 * page: what a page says and the directory does not, fails it. `node dist/tests/coordinators/<page>.test.js --write`
 * writes the answers into the page, and says which refusals it lacks; then it is read over.
 */

const docs = join(import.meta.dirname, '../../../docs');
const isWriting = process.argv.includes('--write');

type Who = Record<string, string>;
/** What a page writes for something, and what that is here. */
type Here = Readonly<Record<string, string>>;

/** What a section is tried with: each takes the next of its kind. */
export interface Trying {
  /**
   * Asks the next request as someone; its answer is what the page says.
   * @param hide puts in place of what is told this once what the page shows
   */
  asks<Data = never>(who: Who, here?: Here, hide?: (text: string) => string): Promise<Answer<Data>>;
  /** Asks what is refused, in words that the page has in this section. */
  refuses<Data, Variables>(
    who: Who,
    document: TypedDocumentString<Data, Variables> | string,
    variables: Variables,
    by?: Pick<Directory, 'ask'>,
  ): Promise<void>;
  /** That something was refused so, however it came about. */
  refused(code: string, message: string, field?: string | null): void;
  /** That the next block, which is no request, holds this. */
  says(language: string, text: string): void;
  /** That a page for people, or a mail, has all of the next quote of it. */
  shows(html: string): void;
  /** That it has one of the things that she reads instead. */
  showsInstead(html: string): void;
}

/** What a page for people says: its words, one blank between them. */
const wordsOf = (html: string) =>
  html
    .replace(/<title>.*?<\/title>/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' :', ':');

/** Each id as a page writes it, and each key; moments to the second. */
const masked = (text: string, here: Here = {}) =>
  Object.entries(here)
    .reduce((rest, [page, value]) => rest.replaceAll(value, page), text)
    .replaceAll(/\b([a-z]{3})_[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])/g, '$1_…')
    .replaceAll(/hbl_[A-Za-z0-9_-]{20,}/g, 'hbl_…')
    // One report after another is a thousandth of a second later.
    .replaceAll(/(:\d\d)\.\d{3}Z/g, '$1.000Z');

const isSaid = (row: string, said: string) =>
  row.endsWith('…') ? said.startsWith(row.slice(0, -1).trimEnd()) : said === row;

function isSameJson(page: string, said: string): boolean {
  try {
    return told(JSON.parse(page)) === said;
  } catch (error) {
    if (isWriting && error instanceof SyntaxError) return false;
    throw error;
  }
}

interface Payload {
  userErrors?: { code: string; message: string; field?: string | null }[];
}

/** Why something was refused, in its payload or whole; null where it was not. */
function errorIn({ body }: Answer<unknown>) {
  const [payload] = Object.values((body.data ?? {}) as Record<string, Payload | null>);
  const [whole] = body.errors ?? [];
  return (
    payload?.userErrors?.[0] ?? (whole ? { ...whole.extensions, message: whole.message } : null)
  );
}

/** One section as it is tried, and what of it is still to be. */
class Trial implements Trying {
  private nth = 0;
  private readonly title: string;
  private readonly refusals: readonly string[];
  private readonly open: Set<string>;
  private readonly unread: Set<string>;
  private readonly quotes: string[][];

  constructor(
    private readonly page: Page,
    { title, refusals, readings, quotes }: Section,
    private readonly directory: Pick<Directory, 'ask'>,
  ) {
    this.title = title;
    this.refusals = refusals;
    this.open = new Set(refusals);
    this.unread = new Set(readings);
    this.quotes = [...quotes];
  }

  asks = async <Data>(who: Who, here: Here = {}, hide = (text: string) => text) => {
    const request = Object.entries(here).reduce(
      (text, [page, value]) => text.replaceAll(JSON.stringify(page), JSON.stringify(value)),
      this.page.textOf(this.next('graphql')),
    );
    const answer = await this.directory.ask<Data, object>(request, {}, who);
    assert.equal(errorIn(answer), null, `${this.title}: ${answer.text}`);
    const said = told(JSON.parse(masked(hide(JSON.stringify(answer.body)), here)));
    this.hold('json', said);
    return answer;
  };

  refuses: Trying['refuses'] = async (who, document, variables, by = this.directory) => {
    const answer = await by.ask(document, variables, who);
    const error = errorIn(answer);
    assert.ok(error, `${this.title}: it was not refused: ${answer.text}`);
    this.refused(error.code, error.message, error.field);
  };

  refused: Trying['refused'] = (code, message, field) => {
    // Where a message begins with its field, a page names that once.
    const plain = masked(field ? message.replace(`${field}: `, '') : message);
    const said = refusalText(code, plain, field);
    const row = this.refusals.find((one) => isSaid(one, said));
    if (row !== undefined) this.open.delete(row);
    else if (isWriting) console.log(`${this.title} lacks: ${said}`);
    else assert.fail(`${this.title} lacks: ${said}`);
  };

  says: Trying['says'] = (language, text) => this.hold(language, masked(text));

  shows: Trying['shows'] = (html) => {
    const text = wordsOf(html);
    const quote = this.quotes.shift();
    assert.ok(quote, `${this.title}: nothing more is quoted`);
    for (const part of quote.flatMap((line) => line.replaceAll('**', '').split(/ — | · | \/ /))) {
      const words = part.replaceAll(/^- |…$/g, '').trim();
      assert.ok(text.includes(words), `${this.title}: "${words}" is not in: ${text}`);
    }
  };

  showsInstead: Trying['showsInstead'] = (html) => {
    const text = wordsOf(html);
    const row = [...this.unread].find((one) => text.includes(one));
    assert.ok(row !== undefined, `${this.title} says nothing of: ${text}`);
    this.unread.delete(row);
  };

  end(): void {
    const { blocks } = this.page.section(this.title);
    assert.equal(this.nth, blocks.length, `${this.title}: not every block is tried`);
    assert.deepEqual([...this.open], [], `${this.title}: nothing is refused so`);
    const left = [...this.quotes, ...this.unread];
    assert.deepEqual(left, [], `${this.title}: nothing that she sees says so`);
  }

  private next(language: string) {
    const block = this.page.section(this.title).blocks[this.nth];
    assert.equal(block?.language, language, `${this.title}: block ${this.nth + 1}`);
    this.nth += 1;
    return block!;
  }

  /** That the next block says this. */
  private hold(language: string, said: string): void {
    const block = this.next(language);
    const page = this.page.textOf(block);
    if (language === 'json' ? isSameJson(page, said) : page === said) return;
    if (!isWriting) assert.equal(page, said, this.title);
    this.page.write(block, said);
  }
}

type Lines = Pick<Section['blocks'][number], 'from' | 'to'>;

/** A page, as it is and as it is being written. */
class Page {
  private lines: string[];

  constructor(private readonly path: string) {
    this.lines = readFileSync(path, 'utf8').split('\n');
  }

  sections = () => sectionsIn(this.lines);
  section = (title: string) => this.sections().find((one) => one.title === title)!;
  textOf = ({ from, to }: Lines) => this.lines.slice(from, to).join('\n');

  write({ from, to }: Lines, text: string): void {
    this.lines = [...this.lines.slice(0, from), ...text.split('\n'), ...this.lines.slice(to)];
    writeFileSync(this.path, this.lines.join('\n'));
  }
}

const isToBeTried = ({ blocks, refusals, quotes, readings }: Section) =>
  [blocks, refusals, quotes, readings].some((all) => all.length > 0);

/**
 * Tries a page, section by section, as its coordinator would go through it.
 * @param name of the page, below docs/coordinators
 * @param tries what is done in each section that has something to be tried, by its heading
 */
export function tryPage(
  name: string,
  directory: Pick<Directory, 'ask'>,
  tries: Readonly<Record<string, (trying: Trying) => Promise<void>>>,
): void {
  const page = new Page(join(docs, 'coordinators', name));
  test(`${name}: every section that asks, answers or refuses is tried`, () => {
    const titles = page.sections().flatMap((one) => (isToBeTried(one) ? one.title : []));
    assert.deepEqual(Object.keys(tries), titles);
  });
  for (const [title, trial] of Object.entries(tries)) {
    test(`${name}: ${title}`, async () => {
      const trying = new Trial(page, page.section(title), directory);
      await trial(trying);
      trying.end();
    });
  }
}
