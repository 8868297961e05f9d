/** Less than this is not worth the step. */
const BYTES_MIN = 65_536;

/**
 * Gives the memory of numbers back at once; nobody may read them from then on. The garbage collector comes to
 * it late, when others have taken memory behind it: an index of a million listings then holds half as much
 * again. Node 20 has no such way, and waits for the collector.
 */
export function giveBack(...numbers: readonly { readonly buffer: ArrayBufferLike }[]): void {
  for (const { buffer } of numbers) {
    if (buffer.byteLength >= BYTES_MIN && 'transfer' in buffer) buffer.transfer(0);
  }
}
