/**
 * Checkpoints that come with the package, and the names by which models are asked for.
 * @module
 */

/**
 * `base`: next-token prediction on conversations in which assistants nearly always answer at once; `single-turn`: from
 * there, each reply rewarded by itself; `multi-turn`: from there, the whole conversation rewarded.
 */
export const SHIPPED = ['base', 'single-turn', 'multi-turn'] as const;

/** Name of a shipped checkpoint. */
export type ShippedName = (typeof SHIPPED)[number];

/** The one that is meant by `pocket` alone. */
export const DEFAULT_SHIPPED: ShippedName = 'multi-turn';

/** What an ID stands for. */
export type PocketId = { readonly shipped: ShippedName } | { readonly path: string };

/** Whether a model's ID means a pocket model: `pocket`, or anything behind `pocket:`. */
export function isPocketId(id: string): boolean {
  return id === 'pocket' || id.startsWith('pocket:');
}

/** Reads `pocket`, `pocket:NAME` and `pocket:PATH`. Throws UnknownPocketError. */
export function readPocketId(id: string): PocketId {
  if (id === 'pocket') return { shipped: DEFAULT_SHIPPED };
  const name = isPocketId(id) ? id.slice('pocket:'.length) : '';
  const shipped = SHIPPED.find((one) => one === name);
  if (shipped !== undefined) return { shipped };
  if (/\.(json|safetensors)$/.test(name)) return { path: name };
  throw new UnknownPocketError(id);
}

/** An ID that names no pocket model. */
export class UnknownPocketError extends Error {
  override readonly name = 'UnknownPocketError';

  constructor(id: string) {
    const names = SHIPPED.map((one) => `\`pocket:${one}\``).join(', ');
    super(
      `\`${id}\` is no pocket model. There are ${names}, \`pocket\` for the last of these, and ` +
        '`pocket:PATH/TO/CARD.json` for a checkpoint of your own.',
    );
  }
}
