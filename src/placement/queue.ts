/** What is to be looked at, the first in the order first. A binary heap of pairs of numbers. */
export class Queue {
  private readonly orders: number[] = [];
  private readonly things: number[] = [];

  /** The order of the first; Infinity where nothing is left. */
  get first(): number {
    return this.orders[0] ?? Infinity;
  }

  push(order: number, thing: number): void {
    const { orders, things } = this;
    let at = orders.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (orders[parent]! <= order) break;
      orders[at] = orders[parent]!;
      things[at] = things[parent]!;
      at = parent;
    }
    orders[at] = order;
    things[at] = thing;
  }

  /** Takes the first away. The queue must not be empty. */
  pop(): number {
    const { orders, things } = this;
    const first = things[0]!;
    const order = orders.pop()!;
    const thing = things.pop()!;
    const length = orders.length;
    if (length === 0) return first;
    let at = 0;
    for (let child = 1; child < length; child = 2 * at + 1) {
      if (child + 1 < length && orders[child + 1]! < orders[child]!) child += 1;
      if (orders[child]! >= order) break;
      orders[at] = orders[child]!;
      things[at] = things[child]!;
      at = child;
    }
    orders[at] = order;
    things[at] = thing;
    return first;
  }
}
