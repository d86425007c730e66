/**
 * Names of options as they are typed.
 * @module
 */

/** `abstainBelow` as `abstain-below`. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
