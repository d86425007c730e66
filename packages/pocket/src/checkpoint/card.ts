/**
 * What cards of all kinds have in common: JSON of a known format, beside weights of the shapes that it tells.
 * @module
 */
import type { Weights } from '../model/shape.ts';

/** A card or weights that do not belong together. */
export class CheckpointError extends Error {
  override readonly name = 'CheckpointError';
}

/** Reads a card of a format; `again` says how to come by one. Throws CheckpointError. What else it holds is not checked. */
export function parseCard<Card extends { readonly format: string }>(
  text: string,
  format: Card['format'],
  again: string,
): Partial<Card> {
  let card: Partial<Card> | null;
  try {
    card = JSON.parse(text);
  } catch (cause) {
    throw new CheckpointError('the card is no JSON: give the .json file that lies beside the weights', { cause });
  }
  if (card?.format !== format) {
    throw new CheckpointError(`the card's format is ${card?.format ?? 'not given'}, where ${format} is read: ${again}`);
  }
  return card;
}

/** The first array that is not of the shape that is wanted; shapes in words. */
export function misshapen(
  weights: Weights,
  wanted: Readonly<Record<string, readonly number[]>>,
): { readonly name: string; readonly wanted: string; readonly found: string } | undefined {
  for (const [name, shape] of Object.entries(wanted)) {
    const found = weights[name]?.shape.join('×');
    if (found !== shape.join('×')) return { name, wanted: shape.join('×'), found: found ?? 'none' };
  }
  return undefined;
}

/** Throws CheckpointError when weights do not have a card's shapes. `what` they are: a model, a policy. */
export function demandShapes(
  weights: Weights,
  wanted: Readonly<Record<string, readonly number[]>>,
  what: string,
): void {
  const wrong = misshapen(weights, wanted);
  if (!wrong) return;
  throw new CheckpointError(
    `the card wants ${wrong.name} to be ${wrong.wanted}, and the weights have ${wrong.found}: ` +
      `take the card and the weights of one ${what}, which lie side by side`,
  );
}
