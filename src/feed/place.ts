/** Where a follower stands. */
export interface Place {
  /** The number of the last change that she was told. */
  number: bigint;
  /** That of the last change of all when she began: what was gone by then she never had. */
  begun: bigint;
}

const NUMBER_BYTES = 8;

/** Of one size, however far a follower has come. */
export function placeText({ number, begun }: Place): Buffer {
  const bytes = Buffer.alloc(2 * NUMBER_BYTES);
  bytes.writeBigInt64BE(number);
  bytes.writeBigInt64BE(begun, NUMBER_BYTES);
  return bytes;
}

export const placeIn = (bytes: Buffer): Place => ({
  number: bytes.readBigInt64BE(),
  begun: bytes.readBigInt64BE(NUMBER_BYTES),
});
