/**
 * Whether a model's ID means the pocket model, which knows its own shop only: `pocket`, or a checkpoint of it.
 * @module
 */

/** `pocket`, `pocket:multi-turn`, … */
export function isPocket(model: string): boolean {
  return /^pocket(?:$|[:/#@-])/.test(model);
}
