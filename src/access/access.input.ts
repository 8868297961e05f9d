import { Field, ID, InputType, Int } from 'type-graphql';
import { Role, type Scope } from '../kernel/index.js';
import { OnceInput } from '../once/index.js';

const ofCode =
  'Of whom has a second factor: the six digits that the app shows now, or a recovery code.';

@InputType()
export class SignInInput {
  @Field(() => String)
  email!: string;

  @Field(() => String)
  password!: string;

  @Field(() => String, { nullable: true, description: ofCode })
  code?: string | null;
}

@InputType()
export class AcceptInvitationInput {
  @Field(() => String, { description: 'What stands in the link after #.' })
  token!: string;

  @Field(() => String, {
    nullable: true,
    description: 'By which others of the network know her. Not needed where she has an account.',
  })
  name?: string | null;

  @Field(() => String, {
    description: 'A new one of 12 letters or more; where she has an account, the one it has.',
  })
  password!: string;

  @Field(() => String, { nullable: true, description: ofCode })
  code?: string | null;
}

@InputType()
export class InvitePersonInput {
  @Field(() => String)
  email!: string;

  @Field(() => Role)
  role!: Role;

  @Field(() => ID, { nullable: true, description: 'Of a coordinator, of which organization.' })
  organizationId?: string | null;
}

@InputType()
export class GrantRoleInput extends OnceInput {
  @Field(() => ID)
  personId!: string;

  @Field(() => Role)
  role!: Role;

  @Field(() => ID, { nullable: true })
  organizationId?: string | null;
}

@InputType()
export class RevokePersonInput extends OnceInput {
  @Field(() => ID)
  personId!: string;

  @Field(() => ID, { nullable: true, description: 'Only what she is of this organization.' })
  organizationId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Of a steward: keys of apps that do not end with her, and for which the viewer answers from now on. She was told ' +
      'them when she issued them: issue others soon.',
  })
  keepAppKeys?: string[] | null;
}

@InputType()
export class IssueAppKeyInput {
  @Field(() => String, { description: 'Whose key it is and for what.' })
  name!: string;

  @Field(() => [String], {
    description: 'directory:read, partners:read, availability:write, listings:write, changes:read.',
  })
  scopes!: Scope[];

  @Field(() => Int, { nullable: true, description: 'For so many days; 365 where nothing is said.' })
  days?: number | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Of an organization, whose own people issue it: availability:write and listings:write are of its listings alone.',
  })
  organizationId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the key is answered trusted documents alone, and refused every other: what @harborlight/client sends, of this release ' +
      'or an earlier one, and the manifests that the host was given. One that leaks then asks nothing that no known program asks.',
  })
  trustedDocumentsOnly?: boolean | null;
}

@InputType()
export class RevokeAppKeyInput extends OnceInput {
  @Field(() => ID)
  id!: string;
}
