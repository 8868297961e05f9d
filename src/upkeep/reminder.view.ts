import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, enumOf, Role } from '../kernel/index.js';

const SentState = enumOf('ACCEPTED', 'REFUSED', 'DEFERRED', 'LAPSED', 'WAITING', 'UNKNOWN');
type SentState = keyof typeof SentState;
registerEnumType(SentState, {
  name: 'ReminderResult',
  description: 'What became of a mail.',
  valuesConfig: {
    ACCEPTED: { description: 'The server for her address took it.' },
    REFUSED: { description: 'It was refused for good: the address may be wrong.' },
    DEFERRED: {
      description: 'It was put off; it is tried again, some five times in a day and a half.',
    },
    LAPSED: { description: 'It was needed no more before it was sent.' },
    WAITING: { description: 'It is to be sent.' },
    UNKNOWN: { description: 'Its sending was broken off. It is not sent again.' },
  },
});

@ObjectType('ReminderMail', { simpleResolvers: true })
export class ReminderMailView {
  @Field(() => Role, { description: 'As what someone was sent it; never who.' })
  role!: Role;

  @Field(() => SentState)
  result!: SentState;

  @Field(() => DateTime, { nullable: true, description: 'When it was last tried.' })
  triedAt!: string | null;
}

@ObjectType('Reminder', {
  simpleResolvers: true,
  description: 'That its people were reminded to confirm a listing.',
})
export class ReminderView {
  @Field(() => Int, { description: 'From 1 to 3, for one date.' })
  attempt!: number;

  @Field(() => DateTime, { description: 'When it was to be confirmed.' })
  dueAt!: string;

  @Field(() => DateTime)
  madeAt!: string;

  @Field(() => [ReminderMailView], {
    description: 'One for each who was to get a mail; none where no mail is sent.',
  })
  mails!: ReminderMailView[];
}
