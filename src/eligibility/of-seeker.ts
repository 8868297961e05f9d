import type { Seeker } from './seeker.js';

/** What depends on the seeker alone: found out once for her, and gone with her. */
export function ofSeeker<Made>(make: (seeker: Seeker) => Made): (seeker: Seeker) => Made {
  const made = new WeakMap<Seeker, Made>();
  return (seeker) => {
    let known = made.get(seeker);
    if (known === undefined) made.set(seeker, (known = make(seeker)));
    return known;
  };
}
