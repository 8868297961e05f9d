const LOOK_EVERY_MS = 20;

/** Waits until something is so. @returns how many milliseconds it took; Infinity where it never was */
export async function until(isSo: () => Promise<boolean>, withinMs: number): Promise<number> {
  const started = performance.now();
  for (;;) {
    if (await isSo()) return performance.now() - started;
    if (performance.now() - started > withinMs) return Infinity;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
