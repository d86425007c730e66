/**
 * Messages that are one short answer: "yes", "no idea", "either", "2", "why?".
 * @module
 */
import type { Move } from '../table/wish.ts';
import type { HearContext } from './context.ts';
import type { AloneSign } from './signs.ts';

/**
 * The move that a phrase said alone makes in this context; undefined when it makes none here. `whole` is false for a
 * part of a longer message, where praise and doubt are only tone.
 */
export function answerOf(signs: readonly AloneSign[], context: HearContext, whole: boolean): Move[] | undefined {
  const has = (sign: AloneSign): boolean => signs.includes(sign);
  const asked = context.asked !== undefined;
  const shown = (context.recommended?.length ?? 0) > 0;
  if (has('no')) return [{ kind: 'no' }];
  if (asked && has('indifferent')) return [{ kind: 'indifferent' }];
  if (asked && has('unknown')) return [{ kind: 'unknown' }];
  if (has('undo')) return [{ kind: 'undo' }];
  if (has('why')) return [{ kind: 'why' }];
  if (shown && whole && has('reject')) return [{ kind: 'reject' }];
  if (shown && whole && has('accept') && !asked) return [{ kind: 'accept' }];
  if (has('yes')) return [{ kind: 'yes' }];
  if (has('bye')) return [{ kind: 'bye' }];
  if (has('thank')) return [{ kind: 'thank' }];
  if (has('greet')) return [{ kind: 'greet' }];
  if (!whole) return has('indifferent') || has('unknown') ? [] : undefined;
  if (has('show')) return [{ kind: 'show' }];
  if (has('accept')) return [{ kind: 'yes' }];
  if (has('reject')) return [{ kind: 'no' }];
  if (has('indifferent')) return [{ kind: 'indifferent' }];
  if (has('unknown')) return [{ kind: 'unknown' }];
  return undefined;
}
