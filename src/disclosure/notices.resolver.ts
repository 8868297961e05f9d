import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Resolver } from 'type-graphql';
import { ViewerView } from '../access/index.js';
import { askedOf, type Asking, type Connection } from '../kernel/index.js';
import { NoticeConnection, type NoticeView } from './notice.view.js';
import { noticesOf, revealGrantsOf } from './notices.query.js';
import { RevealGrantConnection, type RevealGrantView } from './reveal-grant.view.js';

@Resolver(() => ViewerView)
export class NoticesResolver {
  @FieldResolver(() => NoticeConnection, {
    description:
      'What the viewer’s own organizations are told, the newest first: who asked for a door, who decided what is told, who ' +
      'was given which role; and which role of the viewer another has ended. A steward is told what is of the network, and who ' +
      'is given which role but in a nation.',
  })
  notices(
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return noticesOf({ first, after }, askedOf(info), asking) satisfies Promise<
      Connection<NoticeView>
    >;
  }

  @FieldResolver(() => RevealGrantConnection, {
    description:
      'Whom the viewer’s own organizations let ask for one of their doors, the newest first.',
  })
  revealGrants(
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('ended', () => Boolean, {
      defaultValue: false,
      description: 'Whether also those that were revoked, or whose day has come.',
    })
    ended: boolean,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return revealGrantsOf({ first, after, ended }, askedOf(info), asking) satisfies Promise<
      Connection<RevealGrantView>
    >;
  }
}
