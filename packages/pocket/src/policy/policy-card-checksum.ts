/**
 * What tells a policy's weights from those of any other training, so that a card finds its own. Not for secrets: whoever wants
 * to can make others with the same sum.
 *
 * Source: FNV-1a with 32 bits: Fowler, Noll & Vo, IETF draft-eastlake-fnv.
 * @module
 */

const START = 0x811c9dc5;
const PRIME = 0x01000193;

/** 8 hexadecimal digits of a file's bytes. */
export function checksumOf(file: Uint8Array): string {
  let hash = START;
  for (const byte of file) hash = Math.imul(hash ^ byte, PRIME);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
