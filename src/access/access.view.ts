import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, enumOf, UserErrorView, Role, type Scope, type Viewer } from '../kernel/index.js';

const ViewerKind = {
  ...enumOf('STRANGER', 'APP'),
  ...Role,
} satisfies Record<Viewer['kind'], string>;
registerEnumType(ViewerKind, {
  name: 'ViewerKind',
  description: 'Who asks, as far as it matters for what is told.',
  valuesConfig: {
    STRANGER: { description: 'Nobody has signed in: what is published is told.' },
    APP: { description: 'A program with a key: as its scopes say.' },
    ADVOCATE: { description: 'Someone who stands by people in need, signed in.' },
    COORDINATOR: { description: 'Someone of an organization, who keeps its listings true.' },
    NATION_COORDINATOR: { description: 'Someone of a nation, who keeps its record.' },
    STEWARD: { description: 'Someone who keeps the network.' },
  },
});

registerEnumType(Role, { name: 'Role', description: 'What a person of the network may be.' });

@ObjectType('HeldRole', {
  description: 'A role that the viewer holds: of the network, or of one organization.',
  simpleResolvers: true,
})
export class HeldRoleView {
  @Field(() => Role)
  role!: Role;

  @Field(() => ID, { nullable: true })
  organizationId!: string | null;
}

@ObjectType('Viewer', { simpleResolvers: true })
export class ViewerView {
  @Field(() => ID, {
    nullable: true,
    description: 'Of a person or an app: by it others grant her what is theirs to grant.',
  })
  id!: string | null;

  @Field(() => ViewerKind)
  kind!: Viewer['kind'];

  @Field(() => String, {
    nullable: true,
    description: 'Of a person or an app; a stranger has none.',
  })
  name!: string | null;

  @Field(() => [HeldRoleView], { description: 'Those of a person.' })
  roles!: readonly HeldRoleView[];

  @Field(() => [String], { description: 'Those of an app, as directory:read.' })
  scopes!: readonly Scope[];
}

@ObjectType('SignInPayload', { simpleResolvers: true })
export class SignInPayload {
  @Field(() => Boolean, { nullable: true, description: 'True where the session has begun.' })
  signedIn!: boolean | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}

@ObjectType('SignOutPayload', { simpleResolvers: true })
export class SignOutPayload {
  @Field(() => Boolean, { nullable: true })
  signedOut!: boolean | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}

@ObjectType('Invitation', { simpleResolvers: true })
export class InvitationView {
  @Field(() => ID)
  id!: string;

  @Field(() => String, {
    description: 'Works once, and is told this once. Send it by a way that only she reads.',
  })
  link!: string;

  @Field(() => DateTime)
  expiresAt!: Date;
}

@ObjectType('InvitePersonPayload', { simpleResolvers: true })
export class InvitePersonPayload {
  @Field(() => InvitationView, { nullable: true })
  invitation!: InvitationView | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}

@ObjectType('PersonPayload', { simpleResolvers: true })
export class PersonPayload {
  @Field(() => ID, { nullable: true, description: 'Of the person whose roles have changed.' })
  personId!: string | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}

@ObjectType('AppKey', { simpleResolvers: true })
export class AppKeyView {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'How the key begins: by this it is known again.' })
  prefix!: string;

  @Field(() => [String])
  scopes!: readonly Scope[];

  @Field(() => Boolean, {
    description: 'Whether it is answered trusted documents alone.',
  })
  trustedDocumentsOnly!: boolean;

  @Field(() => DateTime)
  expiresAt!: Date | string;

  @Field(() => ID, {
    nullable: true,
    description: 'Whose listings its app keeps; null of a key of the network.',
  })
  organizationId!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'With whose role it ends, by her name; null where whoever runs the directory answers for it.',
  })
  answeredBy!: string | null;
}

@ObjectType('RevokePersonPayload', { simpleResolvers: true })
export class RevokePersonPayload {
  @Field(() => ID, { nullable: true, description: 'Of the person whose roles have ended.' })
  personId!: string | null;

  @Field(() => [AppKeyView], {
    nullable: true,
    description:
      'Of a steward: the keys of apps that have ended with her. Issue others to the apps that need one.',
  })
  endedAppKeys!: AppKeyView[] | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}

@ObjectType('IssueAppKeyPayload', { simpleResolvers: true })
export class IssueAppKeyPayload {
  @Field(() => AppKeyView, { nullable: true })
  appKey!: AppKeyView | null;

  @Field(() => String, { nullable: true, description: 'The key itself, told this once.' })
  key!: string | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}

@ObjectType('RevokeAppKeyPayload', { simpleResolvers: true })
export class RevokeAppKeyPayload {
  @Field(() => ID, { nullable: true })
  id!: string | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}
