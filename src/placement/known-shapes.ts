import { countyShapes, type CountyShapes } from '../geography/index.js';
import type { Reader } from '../kernel/index.js';
import { readCountiesMark } from './rows.query.js';

interface Marked {
  mark: string;
  shapes: CountyShapes;
}

/** The shapes of the counties, kept until the counties are others. */
export class KnownShapes {
  private marked: Promise<Marked> | null = null;

  constructor(private readonly read: Pick<Reader, 'rows'>) {}

  /** As they were last read. */
  async known(): Promise<CountyShapes> {
    return (await this.reading()).shapes;
  }

  /** As of now. @param mark the counties' mark, where it has just been read */
  async latest(mark?: string): Promise<CountyShapes> {
    const { marked } = this;
    if (marked) {
      const now = mark ?? (await readCountiesMark(this.read));
      if ((await marked).mark !== now && this.marked === marked) this.marked = null;
    }
    return this.known();
  }

  /** They are read anew when they are next asked for. */
  forget(): void {
    this.marked = null;
  }

  private reading(): Promise<Marked> {
    return (this.marked ??= this.readAll().catch((error: unknown) => {
      this.marked = null;
      throw error;
    }));
  }

  /** The mark first: shapes that came after it are read once too often, never too seldom. */
  private async readAll(): Promise<Marked> {
    const mark = await readCountiesMark(this.read);
    return { mark, shapes: await countyShapes({ read: this.read as Reader }) };
  }
}
