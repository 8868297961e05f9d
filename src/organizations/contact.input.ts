import { Field, InputType } from 'type-graphql';
import { LanguageTag } from '../kernel/index.js';
import { PhoneKind, WeekdayEnum } from './contact.view.js';
import type { Weekday } from './hours.js';
import { ContactPurpose } from './organization.js';

@InputType()
export class PhoneInput {
  @Field(() => String, { description: 'As it is dialed; written in any usual way.' })
  number!: string;

  @Field(() => PhoneKind)
  kind!: keyof typeof PhoneKind;

  @Field(() => String, { nullable: true })
  extension?: string | null;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType({ description: 'Local time; what closes at or before it opens closes the next day.' })
export class OpenIntervalInput {
  @Field(() => WeekdayEnum)
  day!: Weekday;

  @Field(() => String, { description: 'As 08:30.' })
  opens!: string;

  @Field(() => String, { description: 'As 17:00; 24:00 is the end of the day.' })
  closes!: string;
}

@InputType()
export class HoursInput {
  @Field(() => String, { description: 'IANA name, as America/Chicago.' })
  timeZone!: string;

  @Field(() => [OpenIntervalInput])
  weekly!: OpenIntervalInput[];

  @Field(() => String, { nullable: true })
  notes?: string | null;
}

@InputType({
  description:
    'An office or a role that can be reached; a person only where she agreed to be told.',
})
export class ContactInput {
  @Field(() => ContactPurpose)
  purpose!: ContactPurpose;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  title?: string | null;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => [PhoneInput], { defaultValue: [] })
  phones!: PhoneInput[];

  @Field(() => HoursInput, { nullable: true })
  hours?: HoursInput | null;

  @Field(() => [LanguageTag], { defaultValue: [] })
  languages!: string[];
}
