import { invitePerson } from '../../src/access/index.js';
import { listHousing } from '../../src/housing/index.js';
import type { Role } from '../../src/kernel/index.js';
import { registerOrganization } from '../../src/organizations/index.js';
import { listService } from '../../src/services/index.js';
import { openDirectory, type Directory } from './directory.js';
import { AcceptInvitationDocument, InvitePersonDocument, SignInDocument } from './documents.js';
import { sampleHousing, sampleOrganization, sampleService } from './makers.js';
import { HOST, PASSWORD, sessionIn } from './people.js';
import { dataKey, vaultOf } from './vaults.js';

/** Someone as a page names her. */
export interface Named {
  id: string;
  name: string;
  email: string;
  headers: Record<string, string>;
}

/**
 * The moment at which a page for coordinators is read: nine in the morning in Minnesota. It stays, so that a page does; what a story is of
 * is made by this clock too (`lantern`).
 */
export const TODAY = new Date('2026-12-01T15:00:00Z');
export const daysLater = (days: number) => new Date(TODAY.getTime() + days * 86_400_000);

/** The door that the house of the pages withholds, and a text that leads there. */
const LANTERN_DOOR = {
  lines: ['12 Sample Street'],
  city: 'Duluth',
  postalCode: '55802',
} as const;
export const LEADS_THERE = `Come to ${LANTERN_DOOR.lines[0]}.`;

/** The sample network as it is today, with a key for addresses and second factors. */
export async function openToday(): Promise<Directory> {
  const plain = await openDirectory();
  const database = { ...plain.database, vault: vaultOf(dataKey('coordinators')) };
  const directory = await openDirectory({ database });
  directory.house.address = 'https://directory.example.org';
  directory.setNow(TODAY);
  return directory;
}

const emailOf = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@example.org`;

/** What the host's link ends with. */
const offered = async (
  directory: Directory,
  name: string,
  role: Role,
  organizationId: string | null = null,
): Promise<string> => {
  const input = { email: emailOf(name), role, organizationId };
  return (await directory.change((changing) => invitePerson(input, HOST, changing))).token;
};

/** Someone whom the host invited, by the name that a page gives her. */
export async function named(
  directory: Directory,
  name: string,
  role: Role,
  organizationId: string | null = null,
): Promise<Named> {
  return cameIn(directory, name, await offered(directory, name, role, organizationId));
}

/** Someone comes in by a link. */
export async function cameIn(directory: Directory, name: string, token: string): Promise<Named> {
  const input = { token, name, password: PASSWORD };
  const { body, headers } = await directory.ask(AcceptInvitationDocument, { input });
  if (!body.data?.acceptInvitation?.signedIn) throw new Error(JSON.stringify(body));
  const [row] = await directory.database
    .em()
    .execute<{ id: string }[]>('select id from auth.account where name = ?', [name]);
  return { id: row!.id, name, email: emailOf(name), headers: sessionIn(headers) };
}

/** Her session has ended meanwhile: she signs in again. */
export async function backIn(directory: Directory, person: Named): Promise<void> {
  const input = { email: person.email, password: PASSWORD };
  const { body, headers } = await directory.ask(SignInDocument, { input });
  if (!body.data?.signIn?.signedIn) throw new Error(JSON.stringify(body));
  person.headers = sessionIn(headers);
}

/** Lantern Sample House: a house that its own people alone are told of, and what it does besides, an hour later. */
export async function lantern(directory: Directory, since = TODAY) {
  directory.setNow(since);
  const { lines, ...exact } = LANTERN_DOOR;
  const house = await directory.change(async (changing) => {
    const { id: organization, locations } = await registerOrganization(
      {
        ...sampleOrganization,
        name: 'Lantern Sample House',
        description: 'Beds and company for young people.',
        locations: [
          {
            street: 'WITHHELD',
            name: 'The house',
            countyFips: '27137',
            withheldReason: 'CONFIDENTIAL_SHELTER',
            exact: { lines: [...lines], ...exact },
          },
        ],
      },
      changing,
    );
    const { id: listing, units } = await listHousing(
      {
        ...sampleHousing(organization),
        name: 'Lantern Sample Beds',
        summary: 'Five beds for young people on any night.',
        siteIds: locations,
        units: [{ name: 'Youth beds', capacity: 5, eligibility: [] }],
        disclosure: 'OWN',
      },
      changing,
    );
    return { organization, location: locations[0]!, listing, unit: units[0]! };
  });
  directory.setNow(new Date(since.getTime() + 3_600_000));
  const said = { ...sampleService(house.organization), disclosure: 'OWN' as const };
  const service = await directory.change((changing) =>
    listService({ ...said, name: 'Lantern Sample advocates' }, changing),
  );
  directory.setNow(TODAY);
  return { ...house, service };
}

/** Whom one of a house invites comes in by her link. */
export async function invites(
  directory: Directory,
  by: Pick<Named, 'headers'>,
  name: string,
  organizationId: string,
  role: Role = 'COORDINATOR',
): Promise<Named> {
  return cameIn(directory, name, await linkBy(directory, by, name, organizationId, role));
}

/** What the link ends with by which someone invites another to her organization. */
export async function linkBy(
  directory: Directory,
  { headers }: Pick<Named, 'headers'>,
  name: string,
  organizationId: string,
  role: Role = 'COORDINATOR',
): Promise<string> {
  const input = { email: emailOf(name), role, organizationId };
  const { body, text } = await directory.ask(InvitePersonDocument, { input }, headers);
  const { invitation } = body.data?.invitePerson ?? {};
  if (!invitation) throw new Error(text);
  return new URL(invitation.link).hash.slice(1);
}
