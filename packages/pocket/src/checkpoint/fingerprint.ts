/**
 * Tells checkpoints apart by their numbers, whatever they are called.
 * @module
 */
import { weightShapes } from '../model/shape.ts';
import type { Checkpoint } from './checkpoint.ts';

/** 8 hexadecimal digits, of the words and the weights in their order; the same on every machine. FNV-1a, word by word. */
export function fingerprint({ card, weights }: Checkpoint): string {
  let hash = 0x811c9dc5;
  const take = (word: number): void => {
    hash = Math.imul(hash ^ word, 0x01000193);
    hash ^= hash >>> 15; // without it, high bits never reach the low ones
  };
  for (const letter of JSON.stringify([card.shape, card.words])) take(letter.codePointAt(0) as number);
  const one = new DataView(new ArrayBuffer(4));
  for (const name of Object.keys(weightShapes(card.shape))) {
    for (const value of weights[name].data) {
      one.setFloat32(0, value);
      take(one.getUint32(0));
    }
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
