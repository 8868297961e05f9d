import { setImmediate } from 'node:timers/promises';
import type { OpenedDoor } from './doors.js';
import { Remembered } from './remembered.js';
import { finderOf, readText, unfoldsTooFar } from './repeats-of.js';
import { besideFinder, besideOf, type Beside } from './side-by-side.js';
import { groupsIn, textsIn, type PlacedText } from './texts-in.js';

export interface Repeated {
  field: string;
  advice: string;
}

/** Where something stands, as far as it matters for what may be said of it. */
export type StandsAt = (door: OpenedDoor) => boolean;

/** Texts, and those of them that are read side by side. */
export interface Words {
  texts: readonly PlacedText[];
  beside: readonly PlacedText[][];
}

/** So many letters are read before others are answered: the work of a change is its own alone. */
const LETTERS_AT_ONCE = 5_000;

/** Doors made ready once, to be held against many texts. */
export class Doors {
  private readonly finders;
  private letters = 0;
  private readonly judged;
  private readonly besides;

  /** @param rememberedMax of so many letters it is known what was found; 0: each text is looked through */
  constructor(doors: readonly OpenedDoor[], rememberedMax = 0) {
    this.judged = new Remembered<string | null>(rememberedMax);
    this.besides = new Remembered<Beside>(rememberedMax);
    this.finders = doors.map((opened) => {
      const find = finderOf(opened.door, opened);
      return { opened, find, beside: besideFinder(opened.door, find) };
    });
  }

  /** The first text of a thing that leads to one of them; null where none does. Nothing of what was found is repeated. */
  firstRepeat(thing: unknown, standsAt: StandsAt): Promise<Repeated | null> {
    return this.firstAmong({ texts: textsIn(thing), beside: groupsIn(thing) }, standsAt);
  }

  async firstAmong(words: Words, standsAt: StandsAt): Promise<Repeated | null> {
    for await (const repeated of this.repeatsAmong(words, standsAt)) return repeated;
    return null;
  }

  /** The fields of a thing whose texts lead to one of them. */
  async fieldsOf(thing: unknown, standsAt: StandsAt): Promise<string[]> {
    const words = { texts: textsIn(thing), beside: groupsIn(thing) };
    const fields = new Set<string>();
    for await (const { field } of this.repeatsAmong(words, standsAt)) fields.add(field);
    return [...fields];
  }

  /** Of each text the first door that it leads to, and of texts side by side the first. */
  private async *repeatsAmong(
    { texts, beside }: Words,
    standsAt: StandsAt,
  ): AsyncGenerator<Repeated> {
    const stands = this.finders.map(({ opened }) => standsAt(opened));
    for (const { field, text } of texts) {
      const found = await this.adviceOn(text, stands);
      if (found !== null) yield { field, advice: found };
    }
    for (const group of beside) {
      const ready = group.map((one) => this.readyBeside(one));
      for (const finder of this.finders) {
        const found = finder.beside(ready);
        if (found) {
          yield found;
          break;
        }
      }
    }
  }

  /** What to do instead of a text that leads to a door: which it leads to depends on where its thing stands. */
  private async adviceOn(text: string, stands: readonly boolean[]): Promise<string | null> {
    const key = `${stands.map(Number).join('')} ${text}`;
    const known = this.judged.get(key);
    if (known !== undefined) return known;
    return this.judged.keep(key, await this.judge(text, stands));
  }

  private async judge(text: string, stands: readonly boolean[]): Promise<string | null> {
    if (unfoldsTooFar(text)) return 'Write it in plain letters and figures.';
    const read = readText(text);
    for (const [nth, { find }] of this.finders.entries()) {
      await this.letOthers(text.length);
      const span = find.first(read, stands[nth]!);
      if (span) return span.advice;
    }
    return null;
  }

  private readyBeside({ field, text }: PlacedText): Beside {
    const ready = this.besides.get(text) ?? this.besides.keep(text, besideOf({ field, text }));
    return { ...ready, field };
  }

  private async letOthers(letters: number): Promise<void> {
    this.letters += letters;
    if (this.letters < LETTERS_AT_ONCE) return;
    this.letters = 0;
    await setImmediate();
  }
}

/** A listing stands at its sites; an organization that tells no place of its own, at any of those it withholds. */
export const standing =
  (siteIds: readonly string[] | null | undefined): StandsAt =>
  ({ locationId, told }) =>
    siteIds ? siteIds.includes(locationId) : told.length === 0;
