import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Ctx,
  FieldResolver,
  ID,
  Info,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { askedOf, payloadOf, type Asking, type Viewer } from '../kernel/index.js';
import { changeOnce, type OnceAsking, type OnceInput } from '../once/index.js';
import type { Sealing } from '../vault/index.js';
import { applyImport } from './apply-import.command.js';
import { CameSince, keepCameSince } from './come-since.command.js';
import { RowAction } from './import.js';
import {
  ApplyImportInput,
  ResolveDuplicateInput,
  StartImportInput,
  UndoImportInput,
} from './import.input.js';
import {
  ImportDuplicateConnection,
  ImportPayload,
  ImportProblemConnection,
  ImportRowConnection,
  ImportView,
} from './import.view.js';
import { duplicatesOf, importById, problemsOf, rowsOf } from './imports.query.js';
import { keptImport } from './kept-import.js';
import { resolveDuplicate } from './resolve-duplicate.command.js';
import { startImport } from './start-import.command.js';
import { undoImport } from './undo-import.command.js';

@Resolver()
export class ImportChangesResolver {
  @Query(() => ImportView, {
    nullable: true,
    description:
      'A spreadsheet that is imported: how far it is, what it would change, what is wrong.',
  })
  import(@Arg('id', () => ID) id: string, @Ctx() asking: Asking) {
    return importById(id, asking);
  }

  @Mutation(() => ImportPayload, {
    nullable: true,
    description:
      'Begins to read a spreadsheet that was sent to POST /imports. Nothing is changed by that.',
  })
  startImport(
    @Arg('input', () => StartImportInput) input: StartImportInput,
    @Ctx() asking: OnceAsking,
  ) {
    return importChanged('startImport', input, startImport, asking);
  }

  @Mutation(() => ImportPayload, {
    nullable: true,
    description:
      'Does what its rows would do, but those at fault: all of them in one change, or none.',
  })
  applyImport(
    @Arg('input', () => ApplyImportInput) input: ApplyImportInput,
    @Ctx() asking: OnceAsking,
  ) {
    return importChanged('applyImport', input, applyImport, asking);
  }

  @Mutation(() => ImportPayload, {
    nullable: true,
    description:
      'Takes back what it changed: what it made is withdrawn, what it revised says again what it said. Turned down where ' +
      'anything of it was changed since.',
  })
  undoImport(
    @Arg('input', () => UndoImportInput) input: UndoImportInput,
    @Ctx() asking: OnceAsking,
  ) {
    return importChanged('undoImport', input, undoImport, asking);
  }

  @Mutation(() => ImportPayload, {
    nullable: true,
    description:
      'Says whether a row is a listing that is there. It can be said anew until the import is applied.',
  })
  resolveDuplicate(
    @Arg('input', () => ResolveDuplicateInput) input: ResolveDuplicateInput,
    @Ctx() asking: OnceAsking,
  ) {
    return importChanged('resolveDuplicate', input, resolveDuplicate, asking);
  }
}

@Resolver(() => ImportView)
export class ImportResolver {
  @FieldResolver(() => ImportProblemConnection, {
    description: 'What is wrong of it, from the top.',
  })
  problems(
    @Root() of: ImportView,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return problemsOf(of, { first, after }, askedOf(info), asking);
  }

  @FieldResolver(() => ImportRowConnection, {
    description: 'What its rows would do, from the top.',
  })
  rows(
    @Root() of: ImportView,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('action', () => RowAction, { nullable: true, description: 'Absent: all of them.' })
    action: RowAction | null | undefined,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return rowsOf(of, { first, after, action: action ?? null }, askedOf(info), asking);
  }

  @FieldResolver(() => ImportDuplicateConnection, {
    description: 'Rows that would be new and may be listings that are there, from the top.',
  })
  duplicates(
    @Root() of: ImportView,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return duplicatesOf(of, { first, after }, askedOf(info), asking);
  }
}

type Change<Input> = (
  given: Omit<Input, 'idempotencyKey'>,
  viewer: Viewer,
  sealing: Sealing,
) => Promise<string>;

/** An import that was gone on with, as it is then. */
function importChanged<Input extends OnceInput>(
  name: string,
  input: Input,
  change: Change<Input>,
  asking: OnceAsking,
) {
  return payloadOf(
    async () => {
      const id = await changedOnce(name, input, change, asking);
      return { import: await importById(id, asking) };
    },
    { import: null },
  );
}

async function changedOnce<Input extends OnceInput>(
  name: string,
  input: Input,
  change: Change<Input>,
  asking: OnceAsking,
): Promise<string> {
  const { viewer } = asking;
  try {
    return await changeOnce(asking, name, input, {
      change,
      shown: async (of, by, sealing) => (await keptImport(of, by, sealing)).kept.id,
    });
  } catch (error) {
    if (error instanceof CameSince)
      await asking.change((sealing) => keepCameSince(error, viewer, sealing));
    throw error;
  }
}
