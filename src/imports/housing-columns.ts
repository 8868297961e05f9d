import { HousingKind, OperatorKind } from '../housing/index.js';
import { faulty } from './cell-fault.js';
import { listed, listIn } from './cell-text.js';
import { column, many, needed, oneOf, wholeNumber, yesOrNo, type Column } from './column.js';
import { first, hours, last } from './listing-columns.js';

interface GivenUnit {
  id?: string;
  name: string;
  capacity: number | null;
  eligibility: unknown[];
}

/** A name that holds a colon has another behind it. */
const UNIT = /^(?:([^:]+)|(.+?)\s*:\s*(\d{1,5}|\?)?)$/s;

/** Units that were, and those that are named besides; of one whose beds are not said, their number stays. */
const added = (was: readonly GivenUnit[], named: readonly GivenUnit[]): GivenUnit[] => [
  ...was.map((unit) => {
    const said = named.find(({ name }) => name === unit.name);
    return { ...unit, capacity: said?.capacity ?? unit.capacity };
  }),
  ...named.filter(({ name }) => !was.some((unit) => unit.name === name)),
];

/**
 * *Family rooms: 4; Single rooms: ?*. A unit is known by its name and keeps its rules; one that the cell leaves out may have been
 * forgotten, and beds that are free would be told no more: that is not done here.
 */
const units = column('units', 'units', {
  cell: ({ units: said }) =>
    listed(
      ((said ?? []) as GivenUnit[]).map(({ name, capacity }) => `${name}: ${capacity ?? '?'}`),
    ),
  value: (cell, { before, adds }) => {
    const was = (before?.['units'] ?? []) as GivenUnit[];
    const named = listIn(cell).map((text): GivenUnit => {
      const [, alone, name = alone!, beds] =
        UNIT.exec(text) ?? faulty('Write units with their beds: Family rooms: 4; Single rooms: ?');
      const capacity = beds === undefined || beds === '?' ? null : Number(beds);
      const known = was.find((unit) => unit.name === name);
      return known ? { ...known, capacity } : { name, capacity, eligibility: [] };
    });
    if (new Set(named.map(({ name }) => name)).size < named.length) {
      faulty('Two units have the same name.');
    }
    if (adds) return added(was, named);
    const others = was.filter(({ name }) => !named.some((one) => one.name === name));
    if (others.length === 0) return named;
    return faulty(
      'A unit that is there is not named. By a sheet units are added and their beds changed; to call one otherwise, or to ' +
        'take it out, use reviseHousing.',
      'UNIT_MISSING',
    );
  },
});

/** What a sheet of housing options says of each. */
export const housingColumns: readonly Column[] = [
  ...first,
  needed(oneOf('housing_type', 'kind', HousingKind)),
  needed(many('operated_by', 'operatedBy', OperatorKind)),
  needed(units),
  wholeNumber('maximum_stay_days', 'stayDaysMax'),
  needed(yesOrNo('transport_offered', 'transportOffered')),
  hours('intake_hours', 'intake'),
  ...last,
];
