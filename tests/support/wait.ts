const LOOK_EVERY_MS = 50;

/**
 * Waits until something is so.
 * @returns after how many milliseconds the look began that found it so; Infinity where none did
 */
export async function until(isSo: () => Promise<boolean>, withinMs: number): Promise<number> {
  const started = performance.now();
  for (;;) {
    const after = performance.now() - started;
    if (after > withinMs) return Infinity;
    if (await isSo()) return after;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
