import { spokenLanguage } from '../kernel/index.js';
import { Policy } from '../listings/index.js';
import { areasCell, areasIn, type GivenArea } from './area-cell.js';
import { faulty } from './cell-fault.js';
import { asWord, listed, listIn } from './cell-text.js';
import { column, many, needed, text, union, type Column } from './column.js';
import { hoursCell, hoursIn, type GivenHours } from './hours-cell.js';
import { phonesAdded, phonesCell, phonesIn, type GivenPhone } from './phone-cell.js';

interface GivenPolicy {
  policy: string;
  holds: boolean;
  note: string | null;
}

/** *NO_ID_REQUIRED; not NIGHT_INTAKE*. What is added to a policy as a note stays with it. */
const policies = column('policies', 'policies', {
  cell: ({ policies: said }) =>
    listed(
      ((said ?? []) as GivenPolicy[]).map(({ policy, holds }) =>
        holds ? policy : `not ${policy}`,
      ),
    ),
  value: (cell, { before, adds }) => {
    const was = (before?.['policies'] ?? []) as GivenPolicy[];
    const named = listIn(cell).map((one): GivenPolicy => {
      const [, not, words = ''] = /^(not\s+)?(.+)$/i.exec(one)!;
      const policy = asWord(words);
      if (!Object.hasOwn(Policy, policy)) {
        faulty(
          `A policy is one of: ${Object.keys(Policy).join(', ')}; "not" before it says that it does not hold.`,
        );
      }
      const note = was.find((known) => known.policy === policy)?.note ?? null;
      return { policy, holds: not === undefined, note };
    });
    const others = was.filter(({ policy }) => !named.some((one) => one.policy === policy));
    return adds ? [...others, ...named] : named;
  },
});

const phones = column('phones', 'phones', {
  cell: ({ phones: said }) => phonesCell((said ?? []) as GivenPhone[]),
  value: (cell, { before, adds }) =>
    adds ? phonesAdded(cell, (before?.['phones'] ?? []) as GivenPhone[]) : phonesIn(cell),
});

const languages = column('languages', 'languages', {
  cell: ({ languages: said }) => listed((said ?? []) as string[]),
  value: (cell, { before, adds }) => {
    const named = listIn(cell).map(
      (tag) =>
        spokenLanguage.safeParse(tag).data ??
        faulty('A language is named by its BCP 47 tag, as es.'),
    );
    return adds ? union((before?.['languages'] ?? []) as string[], named) : named;
  },
});

export const hours = (name: string, field: string): Column =>
  column(name, field, {
    cell: ({ [field]: said }) => hoursCell((said ?? null) as GivenHours | null),
    value: (cell, { before }) => hoursIn(cell, (before?.[field] ?? null) as GivenHours | null),
  });

const serviceArea = column('service_area', 'serviceAreas', {
  cell: ({ serviceAreas }, known) => areasCell((serviceAreas ?? []) as GivenArea[], known),
  value: (cell, { known, before, adds }) => {
    const named = areasIn(cell, known);
    const was = (before?.['serviceAreas'] ?? []) as GivenArea[];
    const others = was.filter(
      (area) => !named.some((one) => JSON.stringify(one) === JSON.stringify(area)),
    );
    return adds ? [...others, ...named] : named;
  },
});

const sites = column('sites', 'siteIds', {
  cell: ({ siteIds }, known) =>
    listed(((siteIds ?? []) as string[]).map((id) => known.sites.called(id))),
  value: (cell, { known, before, adds }) => {
    const named = listIn(cell).map(
      (site) =>
        known.sites.idOf(site) ??
        faulty('Name locations that your organization has, as they are called in the directory.'),
    );
    // As it is read: in the order of their ids.
    return union(adds ? ((before?.['siteIds'] ?? []) as string[]) : [], named).sort();
  },
});

/** What every listing begins with. */
export const first: readonly Column[] = [
  needed(text('name')),
  needed(text('summary')),
  text('description'),
];

/** What every listing ends with. */
export const last: readonly Column[] = [
  needed(serviceArea),
  sites,
  text('eligibility_notes', 'eligibilityNotes'),
  policies,
  phones,
  languages,
  hours('hours', 'hours'),
  text('fees'),
  text('application_process', 'howToApply'),
  many('required_documents', 'requiredDocuments'),
];
