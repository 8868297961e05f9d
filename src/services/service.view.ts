import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../kernel/index.js';
import { ListingView } from '../listings/index.js';
import { ServiceKind } from './service.js';

registerEnumType(ServiceKind, { name: 'ServiceKind' });

@ObjectType('Service', { implements: ListingView, simpleResolvers: true })
export class ServiceView extends ListingView {
  __typename!: 'Service';

  @Field(() => [ServiceKind])
  kinds!: ServiceKind[];
}

export const ServiceConnection = connectionOf('Service', () => ServiceView);
