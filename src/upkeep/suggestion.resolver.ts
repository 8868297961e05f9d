import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { ViewerView } from '../access/index.js';
import { askedOf, payloadOf } from '../kernel/index.js';
import { changeOnce } from '../once/index.js';
import { keptSuggestion, resolveSuggestion } from './resolve-suggestion.command.js';
import { outcomeByCode, outcomeOf } from './suggestion.store.js';
import { ResolveSuggestionInput, SuggestCorrectionInput } from './suggestion.input.js';
import { OpenSuggestionConnection, SuggestionPayload, SuggestionView } from './suggestion.view.js';
import { openSuggestions } from './suggestions.query.js';
import { suggest, whoSuggests, type SuggestionAsking } from './suggest.js';

@Resolver(() => ViewerView)
export class SuggestionResolver {
  @Query(() => SuggestionView, {
    nullable: true,
    description: 'What became of a suggestion, by the code that was told when it was made.',
  })
  async suggestion(@Arg('code', () => String) code: string, @Ctx() asking: SuggestionAsking) {
    await asking.suggesting.look(whoSuggests(asking));
    const outcome = await asking.change((changing) => outcomeByCode(changing, code));
    return outcome && { ...outcome, code: null };
  }

  @Mutation(() => SuggestionPayload, {
    nullable: true,
    description:
      'Says what is wrong of a thing, to those who keep it true. Anyone may; ten times an hour.',
  })
  suggestCorrection(
    @Arg('input', () => SuggestCorrectionInput) input: SuggestCorrectionInput,
    @Ctx() asking: SuggestionAsking,
  ) {
    return payloadOf(async () => ({ suggestion: await suggest(input, asking) }), {
      suggestion: null,
    });
  }

  @Mutation(() => SuggestionPayload, {
    nullable: true,
    description: 'Says what became of a suggestion. What is to be mended is a revision of its own.',
  })
  resolveSuggestion(
    @Arg('input', () => ResolveSuggestionInput) input: ResolveSuggestionInput,
    @Ctx() asking: SuggestionAsking,
  ) {
    return payloadOf(
      async () => ({
        suggestion: await changeOnce(asking, 'resolveSuggestion', input, {
          change: resolveSuggestion,
          shown: async (id, viewer, sealing) => {
            await keptSuggestion(id, viewer, sealing);
            return { ...(await outcomeOf(sealing, id)), code: null };
          },
        }),
      }),
      { suggestion: null },
    );
  }

  @FieldResolver(() => OpenSuggestionConnection, {
    description: 'What others say is wrong of what the viewer keeps true, the oldest first.',
  })
  suggestions(
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: SuggestionAsking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return openSuggestions({ first, after }, askedOf(info), asking);
  }
}
