import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { FieldChangeView } from '../history/index.js';
import { connectionOf, DateTime, UserErrorView } from '../kernel/index.js';
import { Decision, ImportKind, ImportState, ProblemCode, RowAction, SheetFault } from './import.js';

registerEnumType(ImportKind, {
  name: 'ImportKind',
  description: 'Of what the rows of a spreadsheet are: of one kind, and of one organization.',
});
registerEnumType(ImportState, {
  name: 'ImportState',
  valuesConfig: {
    READING: { description: 'Its rows are being read. rowsRead says how far.' },
    READY: {
      description: 'What it would change can be seen. Nothing is changed yet: applyImport.',
    },
    FAILED: { description: 'Nothing of the file could be read; failure says why.' },
    APPLIED: { description: 'All its rows but those at fault are done: undoImport.' },
    UNDONE: { description: 'What it changed was taken back.' },
    EXPIRED: { description: 'Nobody applied it in its time. What was read is thrown away.' },
  },
});
registerEnumType(RowAction, {
  name: 'ImportAction',
  description: 'What a row would do.',
  valuesConfig: {
    NEW: { description: 'It lists something, told to its own people alone.' },
    CHANGED: { description: 'It revises a listing.' },
    UNCHANGED: { description: 'It says what stands there already.' },
    FAULTY: { description: 'It is left out; problems say why.' },
  },
});
registerEnumType(ProblemCode, {
  name: 'ImportProblemCode',
  valuesConfig: {
    REQUIRED: { description: 'The cell must say something.' },
    INVALID: { description: 'The cell says nothing that can be read.' },
    FORMULA: { description: 'A formula stands in the cell, not a text.' },
    NOT_FOUND: { description: 'The organization has no listing with that id.' },
    STALE_VERSION: { description: 'The listing was changed after the sheet was made.' },
    NAMED_TWICE: {
      description: 'Two rows are of one listing or of one name; two columns of one name.',
    },
    UNIT_MISSING: {
      description: 'A unit that is there is not named: by a sheet none is taken out.',
    },
    LEADS_TO_DOOR: { description: 'The text would lead to an address that is withheld.' },
    UNKNOWN_COLUMN: { description: 'The template has no such column. The others are read.' },
    NOT_BY_IMPORT: { description: 'A column of what a sheet cannot change. The others are read.' },
  },
});
registerEnumType(SheetFault, {
  name: 'ImportFailureCode',
  valuesConfig: {
    NOT_A_SHEET: { description: 'The archive is no workbook.' },
    NOT_IN_ENCODING: { description: 'It is not UTF-8, nor what its sender said.' },
    MALFORMED: { description: 'It is broken.' },
    ENCRYPTED: { description: 'It is locked with a password.' },
    TOO_LARGE: {
      description: 'Too many rows, columns, letters or parts; or it unpacks to too much.',
    },
    NO_HEADER: { description: 'Its first row names no columns of the template.' },
    NO_ROWS: { description: 'There is nothing below its first row.' },
    FORBIDDEN: { description: 'Whoever started it may no longer write these listings.' },
    INTERNAL: { description: 'The server could not read it.' },
  },
});
registerEnumType(Decision, {
  name: 'DuplicateDecision',
  valuesConfig: {
    SAME: {
      description:
        'The row revises that listing: what its cells say stands there instead, what they do not say stays.',
    },
    DIFFERENT: { description: 'The row is a listing of its own.' },
  },
});

@ObjectType('ImportFailure', { simpleResolvers: true })
export class ImportFailureView {
  @Field(() => SheetFault)
  code!: SheetFault;

  @Field(() => String)
  message!: string;
}

@ObjectType('ImportProblem', { simpleResolvers: true })
export class ImportProblemView {
  id!: string;
  sortKey?: string;

  @Field(() => Int, { description: 'The row, as a spreadsheet numbers it; the header is 1.' })
  line!: number;

  @Field(() => String, { nullable: true, description: 'By the name that the header gives it.' })
  column!: string | null;

  @Field(() => ProblemCode)
  code!: ProblemCode;

  @Field(() => String, { description: 'What to do. It repeats nothing of the cell.' })
  message!: string;
}
export const ImportProblemConnection = connectionOf('ImportProblem', () => ImportProblemView);

@ObjectType('ImportRow', { simpleResolvers: true })
export class ImportRowView {
  id!: string;
  sortKey?: string;

  @Field(() => Int)
  line!: number;

  @Field(() => RowAction)
  action!: RowAction;

  @Field(() => String, { nullable: true, description: 'What its listing would be called.' })
  name!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The listing that it is of; null of one that is new.',
  })
  thingId!: string | null;

  @Field(() => [FieldChangeView], { description: 'What would stand there, field by field.' })
  changes!: FieldChangeView[];
}
export const ImportRowConnection = connectionOf('ImportRow', () => ImportRowView);

@ObjectType('ImportDuplicate', {
  description:
    'A row that would be new, and a listing that it may be. Nothing is merged unless a person says so.',
  simpleResolvers: true,
})
export class ImportDuplicateView {
  sortKey?: string;

  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  line!: number;

  @Field(() => String, { description: 'What the row is called.' })
  name!: string;

  @Field(() => ID)
  thingId!: string;

  @Field(() => String)
  thingName!: string;

  @Field(() => Float, {
    description: 'How likely it is the same, from 0 to 1: by all that follows.',
  })
  score!: number;

  @Field(() => Float, { description: 'How alike the names are, from 0 to 1.' })
  nameScore!: number;

  @Field(() => Boolean)
  samePhone!: boolean;

  @Field(() => Boolean, { description: 'They name one site, or sites at most 150 m apart.' })
  samePlace!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'Between the nearest sites of both whose streets are told to others than their own people; null where there are none.',
  })
  distanceMeters!: number | null;

  @Field(() => Decision, {
    nullable: true,
    description: 'Null as long as nobody has said: resolveDuplicate.',
  })
  decision!: Decision | null;
}
export const ImportDuplicateConnection = connectionOf('ImportDuplicate', () => ImportDuplicateView);

@ObjectType('Import', {
  description:
    'A spreadsheet, what it would change of one organization’s listings, and what became of it.',
  simpleResolvers: true,
})
export class ImportView {
  @Field(() => ID)
  id!: string;

  @Field(() => ImportKind)
  kind!: ImportKind;

  @Field(() => ID)
  organizationId!: string;

  @Field(() => ImportState)
  state!: ImportState;

  @Field(() => ImportFailureView, { nullable: true })
  failure!: ImportFailureView | null;

  @Field(() => DateTime)
  startedAt!: string;

  @Field(() => DateTime, { description: 'What was read is thrown away then, applied or not.' })
  expiresAt!: string;

  @Field(() => DateTime, { nullable: true })
  appliedAt!: string | null;

  @Field(() => DateTime, { nullable: true })
  undoneAt!: string | null;

  @Field(() => Int, { nullable: true, description: 'Null until it is known.' })
  rowsTotal!: number | null;

  @Field(() => Int)
  rowsRead!: number;

  @Field(() => Int)
  rowsNew!: number;

  @Field(() => Int)
  rowsChanged!: number;

  @Field(() => Int)
  rowsUnchanged!: number;

  @Field(() => Int, { description: 'At fault: they are left out when it is applied.' })
  rowsFaulty!: number;

  @Field(() => Int, { description: 'How many duplicates wait to be decided: resolveDuplicate.' })
  duplicatesOpen!: number;
}

@ObjectType('ImportPayload', { simpleResolvers: true })
export class ImportPayload {
  @Field(() => ImportView, { nullable: true })
  import!: ImportView | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}
