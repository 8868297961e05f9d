import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  ApplyImportDocument,
  ImportDocument,
  StartImportDocument,
  UndoImportDocument,
  type ImportQuery,
} from '../support/documents.js';
import { newHouse, rowsIn, sheetOf } from '../support/imports.js';

/** So many rows of a sheet are new; one more revises what is there. */
export const NEW_ROWS = 20;
const LOOK_EVERY_MS = 50;

/** Whoever asks, and is told that an answer did not come. */
export interface Asker {
  headers: Record<string, string>;
  cutOff?: () => void;
}

/** How a server is asked that is killed over and over: until it answers. */
export interface Ways {
  ask(query: string, asker: Asker, variables: object): Promise<Record<string, unknown>>;
  send(path: string, asker: Asker, file?: string): Promise<string>;
}

/** An import as its coordinator knows it: what was acknowledged. */
export interface Imported {
  id: string;
  /** With which the names begin that it makes, and the fees of what it revises. */
  tag: string;
  isApplied: boolean;
  isUndone: boolean;
}

type Shown = NonNullable<ImportQuery['import']>;
interface Payload {
  import: Shown | null;
  userErrors: { code: string }[];
}

/** A coordinator who applies a sheet and undoes it, over and over. */
export class Importing {
  /** What she waits for. */
  step: 'applying' | 'undoing' | null = null;
  readonly imports: Imported[] = [];
  /** How often she was cut off while she waited for it. */
  readonly cut = { applying: 0, undoing: 0 };
  private readonly asker: Asker;

  /** @param revised a listing that nobody else revises */
  constructor(
    private readonly organization: string,
    readonly revised: string,
    headers: Record<string, string>,
    private readonly ways: Ways,
  ) {
    this.asker = {
      headers,
      cutOff: () => {
        if (this.step) this.cut[this.step] += 1;
      },
    };
  }

  /** What was acknowledged is undone too, but what was applied last. */
  async goOn(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const one = await this.begun();
      if (!(await this.isRead(one, isOver))) continue;
      const apply = { id: one.id, idempotencyKey: randomUUID() };
      one.isApplied = await this.done('applying', ApplyImportDocument, apply, 'APPLIED');
      if (isOver()) return;
      const undo = { id: one.id, reason: 'The wrong sheet.', idempotencyKey: randomUUID() };
      one.isUndone = await this.done('undoing', UndoImportDocument, undo, 'UNDONE');
    }
  }

  private async begun(): Promise<Imported> {
    const tag = `Import ${this.imports.length + 1} `;
    const listings = `/imports/listings/${this.organization}/housing.csv`;
    const there = rowsIn(await this.ways.send(listings, this.asker));
    const revised = there.find(({ id }) => id === this.revised)!;
    const rows = Array.from({ length: NEW_ROWS }, () => ({
      ...newHouse,
      name: `${tag}${randomUUID()}`,
      phones: '',
    }));
    const sheet = sheetOf([...rows, { ...revised, fees: `${tag}costs nothing.` }]);
    const sent = await this.ways.send('/imports', this.asker, sheet);
    const { uploadId } = JSON.parse(sent) as { uploadId: string };
    const { id } = await this.change(StartImportDocument, {
      uploadId,
      organizationId: this.organization,
      kind: 'HOUSING',
      idempotencyKey: randomUUID(),
    });
    const one = { id, tag, isApplied: false, isUndone: false };
    this.imports.push(one);
    return one;
  }

  /** Waits until it is read. @returns false where it is over before, or was given up after too many tries */
  private async isRead({ id }: Imported, isOver: () => boolean): Promise<boolean> {
    while (!isOver()) {
      const { import: shown } = await this.ways.ask(ImportDocument.toString(), this.asker, {
        id,
        first: 1,
      });
      const { rowsChanged, rowsNew, state } = shown as Shown;
      if (state === 'FAILED') return false;
      if (state === 'READY') {
        assert.deepEqual([rowsNew, rowsChanged], [NEW_ROWS, 1]);
        return true;
      }
      await wait(LOOK_EVERY_MS);
    }
    return false;
  }

  private async done(
    step: 'applying' | 'undoing',
    document: { toString(): string },
    input: object,
    state: string,
  ): Promise<true> {
    this.step = step;
    const shown = await this.change(document, input);
    this.step = null;
    assert.equal(shown.state, state);
    return true;
  }

  private async change(document: { toString(): string }, input: object): Promise<Shown> {
    const data = await this.ways.ask(document.toString(), this.asker, { input });
    const [payload] = Object.values(data) as [Payload];
    assert.deepEqual(payload.userErrors, []);
    return payload.import!;
  }
}
