/** Numbers of one chunk: 4 kB of bits. */
const CHUNK_BITS = 15n;
const CHUNK_NUMBERS = 1n << CHUNK_BITS;
const BITS_A_BYTE = 8;

/** Which numbers have been seen: a bit for each, in chunks, so that a million take 125 kB wherever they lie. */
export class NumberSet {
  private readonly chunks = new Map<bigint, Uint8Array>();

  /** @returns whether it is new */
  add(number: bigint): boolean {
    const key = number >> CHUNK_BITS;
    let chunk = this.chunks.get(key);
    if (!chunk) {
      chunk = new Uint8Array(Number(CHUNK_NUMBERS) / BITS_A_BYTE);
      this.chunks.set(key, chunk);
    }
    const { byte, bit } = placeOf(number);
    const isNew = (chunk[byte]! & bit) === 0;
    chunk[byte]! |= bit;
    return isNew;
  }

  has(number: bigint): boolean {
    const { byte, bit } = placeOf(number);
    return ((this.chunks.get(number >> CHUNK_BITS)?.[byte] ?? 0) & bit) !== 0;
  }
}

function placeOf(number: bigint): { byte: number; bit: number } {
  const place = Number(number & (CHUNK_NUMBERS - 1n));
  return { byte: Math.floor(place / BITS_A_BYTE), bit: 1 << (place % BITS_A_BYTE) };
}
