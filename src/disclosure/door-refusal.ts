import { Refusal } from '../kernel/index.js';

/**
 * Refused because it leads to a withheld door. That it was is written down, though nothing of the change is kept: whoever tries out a
 * door by what is refused leaves a trace of each try, for what is not refused stands in history.
 */
export class DoorRefusal extends Refusal {
  constructor(
    readonly organization: string,
    message: string,
    field: string,
  ) {
    super('INVALID', message, field);
  }

  override at(field: string, message: string): DoorRefusal {
    return new DoorRefusal(this.organization, message, field);
  }
}
