import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf, LanguageTag } from '../kernel/index.js';
import { weekdays, type StoredHours, type Weekday } from './hours.js';
import { ContactPurpose } from './organization.js';
import { phoneKinds } from './phone.js';

export const PhoneKind = enumOf(...phoneKinds);
export const WeekdayEnum = enumOf(...weekdays);
registerEnumType(PhoneKind, { name: 'PhoneKind' });
registerEnumType(WeekdayEnum, { name: 'Weekday' });
registerEnumType(ContactPurpose, { name: 'ContactPurpose', description: 'What a contact is for.' });

@ObjectType('Phone', { simpleResolvers: true })
export class PhoneView {
  @Field(() => String, { description: 'E.164, or a short code as it is dialed: 988, 233733.' })
  number!: string;

  @Field(() => String, { description: 'As people write it.' })
  display!: string;

  @Field(() => PhoneKind)
  kind!: keyof typeof PhoneKind;

  @Field(() => String, { nullable: true })
  extension!: string | null;

  @Field(() => String, { nullable: true })
  note!: string | null;
}

@ObjectType('Language', { simpleResolvers: true })
export class LanguageView {
  @Field(() => LanguageTag)
  tag!: string;

  @Field(() => String, { description: 'In the language of the request.' })
  name!: string;
}

@ObjectType('OpenInterval', {
  simpleResolvers: true,
  description: 'Local time; what closes at or before it opens closes the next day.',
})
export class OpenIntervalView {
  @Field(() => WeekdayEnum)
  day!: Weekday;

  @Field(() => String, { description: 'As 08:30.' })
  opens!: string;

  @Field(() => String, { description: 'As 17:00; 24:00 is the end of the day.' })
  closes!: string;
}

@ObjectType('Hours', { simpleResolvers: true })
export class HoursView implements Pick<StoredHours, 'timeZone' | 'weekly' | 'notes'> {
  week!: StoredHours['week'];

  @Field(() => String, { description: 'IANA name, as America/Chicago.' })
  timeZone!: string;

  @Field(() => [OpenIntervalView])
  weekly!: OpenIntervalView[];

  @Field(() => String, {
    nullable: true,
    description: 'What the week does not say: holidays, seasons.',
  })
  notes!: string | null;
}

@ObjectType('Contact', { simpleResolvers: true })
export class ContactView {
  languages!: string[];

  @Field(() => ContactPurpose)
  purpose!: ContactPurpose;

  @Field(() => String, { description: 'An office or a role, or a person who agreed to be told.' })
  name!: string;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => [PhoneView])
  phones!: PhoneView[];

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => HoursView, { nullable: true })
  hours!: HoursView | null;
}
