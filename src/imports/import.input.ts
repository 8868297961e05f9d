import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '../once/index.js';
import { Decision, ImportKind } from './import.js';

@InputType()
export class StartImportInput extends OnceInput {
  @Field(() => ID, { description: 'Answered by POST /imports, where the file was sent.' })
  uploadId!: string;

  @Field(() => ID, { description: 'Whose listings they are: one that you keep.' })
  organizationId!: string;

  @Field(() => ImportKind)
  kind!: ImportKind;
}

@InputType()
export class ApplyImportInput extends OnceInput {
  @Field(() => ID)
  id!: string;
}

@InputType()
export class UndoImportInput extends OnceInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, {
    description: 'Why: kept with each change. Never an address. 10 to 500 characters.',
  })
  reason!: string;
}

@InputType()
export class ResolveDuplicateInput extends OnceInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Decision)
  decision!: Decision;
}
