import {
  KeptNationDocument,
  PublishMaterialDocument,
  ReviseConveningDocument,
  ReviseMaterialDocument,
  ReviseNationDocument,
  ScheduleConveningDocument,
  type PublishMaterialInput,
  type ScheduleConveningInput,
} from '../support/documents.js';
import type { Directory } from '../support/directory.js';
import type { SignedIn } from '../support/people.js';
import type { Changes } from './kept-changes.js';

/** The mutations by which a library and a nation's record are kept true. */
export function libraryChanges({
  ask,
  organization,
  nation,
  ann,
  nora,
}: {
  ask: Directory['ask'];
  organization: string;
  nation: string;
  ann: SignedIn;
  nora: SignedIn;
}): Changes {
  const poster: PublishMaterialInput = {
    organizationId: organization,
    title: 'Sample poster',
    kind: 'POSTER',
    audiences: ['PUBLIC'],
    language: 'en',
    url: 'https://example.org/poster',
  };
  const table: ScheduleConveningInput = {
    hostIds: [organization],
    title: 'Sample table',
    topic: 'A test',
    startsAt: '2027-01-05T16:00:00.000Z',
    endsAt: '2027-01-05T17:00:00.000Z',
    timeZone: 'America/Chicago',
  };
  const published = async () => {
    const { body } = await ask(PublishMaterialDocument, { input: poster }, ann.headers);
    return { id: body.data!.publishMaterial!.material!.id, version: 1, title: 'Sample card' };
  };
  const scheduled = async () => {
    const { body } = await ask(ScheduleConveningDocument, { input: table }, ann.headers);
    return { id: body.data!.scheduleConvening!.convening!.id, version: 1, title: 'Sample desk' };
  };
  const told = async () => {
    const { body } = await ask(KeptNationDocument, { id: nation }, nora.headers);
    const { version } = body.data!.node as { version: number };
    return { id: nation, version, endonym: `Those of version ${version}` };
  };
  return {
    publishMaterial: {
      document: PublishMaterialDocument,
      by: ann,
      input: async () => ({ ...poster }),
      other: { title: 'Sample other poster' },
    },
    reviseMaterial: {
      document: ReviseMaterialDocument,
      by: ann,
      input: published,
      other: { title: 'Sample third poster' },
    },
    scheduleConvening: {
      document: ScheduleConveningDocument,
      by: ann,
      input: async () => ({ ...table }),
      other: { title: 'Sample other table' },
    },
    reviseConvening: {
      document: ReviseConveningDocument,
      by: ann,
      input: scheduled,
      other: { title: 'Sample third table' },
    },
    reviseNation: {
      document: ReviseNationDocument,
      by: nora,
      input: told,
      other: { endonym: 'Those of another version' },
    },
  };
}
