import { squaredBetween, type Vector } from './unit-vector.js';

/** A ball in the space around the sphere of radius one. What it holds of that sphere is a cap. */
export interface Ball {
  middle: Vector;
  radius: number;
}

/** A ball around points: the middle of their box, and the way to the farthest of them. */
export function ballAround(points: readonly Vector[]): Ball {
  const middleOf = (axis: 'x' | 'y' | 'z') => {
    let [low, high] = [Infinity, -Infinity];
    for (const { [axis]: value } of points) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
    return (low + high) / 2;
  };
  const middle = { x: middleOf('x'), y: middleOf('y'), z: middleOf('z') };
  let farthest = 0;
  for (const point of points) farthest = Math.max(farthest, squaredBetween(middle, point));
  return { middle, radius: Math.sqrt(farthest) };
}

function touch(a: Ball, b: Ball): boolean {
  return squaredBetween(a.middle, b.middle) <= (a.radius + b.radius) ** 2;
}

/** Cells along one side of the cube around the sphere: each some 200 km wide, a few counties. */
const CELLS_A_SIDE = 64;

/**
 * Balls by the cells of a grid in space that they reach into. In space and not in degrees: a cell
 * is as wide at the pole as at the equator, and 180° is no border.
 */
export class BallGrid {
  readonly #balls: readonly Ball[];
  readonly #cells = new Map<number, number[]>();

  constructor(balls: readonly Ball[]) {
    this.#balls = balls;
    balls.forEach((ball, index) => {
      for (const cell of cellsOf(ball)) {
        const held = this.#cells.get(cell);
        if (held) held.push(index);
        else this.#cells.set(cell, [index]);
      }
    });
  }

  /** Which balls touch a ball, by their place among all: each once, in order. */
  touching(ball: Ball): number[] {
    const found = new Set<number>();
    for (const cell of cellsOf(ball)) {
      for (const index of this.#cells.get(cell) ?? []) {
        if (touch(ball, this.#balls[index]!)) found.add(index);
      }
    }
    return [...found].sort((a, b) => a - b);
  }
}

function* cellsOf({ middle, radius }: Ball): Iterable<number> {
  const along = (value: number) => {
    const cell = Math.floor(((value + 1) / 2) * CELLS_A_SIDE);
    return Math.min(CELLS_A_SIDE - 1, Math.max(0, cell));
  };
  for (let x = along(middle.x - radius); x <= along(middle.x + radius); x += 1) {
    for (let y = along(middle.y - radius); y <= along(middle.y + radius); y += 1) {
      for (let z = along(middle.z - radius); z <= along(middle.z + radius); z += 1) {
        yield (x * CELLS_A_SIDE + y) * CELLS_A_SIDE + z;
      }
    }
  }
}
