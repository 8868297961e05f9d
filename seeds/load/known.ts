import { createHash } from 'node:crypto';
import { refuse, type Changing } from '../../src/kernel/index.js';
import { touchListing } from '../../src/listings/index.js';

const SOURCE = 'seed';
/** Kinds whose last change is told. */
const LISTED: ReadonlySet<string> = new Set(['housing', 'service']);

/** What of the seeds is in the database already, by slug. */
export class Known {
  entered = 0;
  unchanged = 0;
  /** Those whose words changed in a file, but that people keep by now. */
  left = 0;

  private constructor(
    readonly changing: Changing,
    private readonly things: Map<string, { id: string; digest: string }>,
  ) {}

  static async read(changing: Changing): Promise<Known> {
    const rows = await changing.em.execute<{ name: string; id: string; digest: string }[]>(
      'select name, thing_id as id, digest from org.external_name where source = ?',
      [SOURCE],
    );
    return new Known(changing, new Map(rows.map(({ name, ...thing }) => [name, thing])));
  }

  /** @throws Refusal `INVALID` where a file names what no file before it has entered */
  id(kind: string, slug: string): string {
    return (
      this.things.get(`${kind}/${slug}`)?.id ??
      refuse(`The seeds name ${kind} "${slug}", which none has entered.`)
    );
  }

  has(kind: string, slug: string): boolean {
    return this.things.has(`${kind}/${slug}`);
  }

  /**
   * Enters a thing unless the same words entered it before, or people keep it since: what they decided, a file does not undo.
   * @param words all that decides what is entered
   * @param enter given the id it already has, answers the id it has then
   */
  async once(
    kind: string,
    slug: string,
    words: unknown,
    enter: (known: { id?: string }) => Promise<string>,
  ): Promise<void> {
    const digest = createHash('sha256').update(JSON.stringify(words)).digest('base64url');
    const before = this.things.get(`${kind}/${slug}`);
    if (before?.digest === digest) {
      this.unchanged += 1;
      return;
    }
    if (before && (await isKept(before.id, this.changing))) {
      this.left += 1;
      return;
    }
    const id = await enter(before ? { id: before.id } : {});
    if (before && LISTED.has(kind)) await touchListing(this.changing, id);
    await this.name(kind, slug, id, digest);
    this.entered += 1;
  }

  /** Remembers by which slug a thing is known. */
  async name(kind: string, slug: string, id: string, digest = ''): Promise<void> {
    this.things.set(`${kind}/${slug}`, { id, digest });
    await this.changing.em.execute(
      `insert into org.external_name (source, name, thing_id, digest) values (?, ?, ?, ?)
       on conflict (source, name) do update set thing_id = excluded.thing_id, digest = excluded.digest`,
      [SOURCE, `${kind}/${slug}`, id, digest],
    );
  }
}

/** Whether somebody did something with a thing, or with the organization whose it is, or is or was of that. */
async function isKept(id: string, { em }: Changing): Promise<boolean> {
  const [row] = await em.execute<{ kept: boolean }[]>(
    `with whose as (
       select ? as id union select organization_id from org.listing where id = ?
       union select organization_id from org.tribal_nation where id = ?
       union select organization_id from org.material where id = ?
       union select organization_id from org.convening_host where convening_id = ?)
     select exists (select from audit.event e join whose on whose.id = e.thing_id)
       or exists (select from auth.role_grant g join whose on whose.id = g.organization_id) as kept`,
    [id, id, id, id, id],
  );
  return row!.kept;
}
