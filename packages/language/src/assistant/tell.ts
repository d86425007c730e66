/**
 * Tells listeners what was decided and what was held back.
 * @module
 */
import type { AssistantEvents, DecisionMade } from './assistant.ts';
import type { Emitter } from './emitter.ts';

/** Emits `decision`, and `suppressed` for each act that was held back. */
export function tellDecision({ emit }: Pick<Emitter<AssistantEvents>, 'emit'>, made: DecisionMade): void {
  emit('decision', made);
  const { occasion, decision, at } = made;
  for (const { id, reason } of made.suppressed) {
    const text = decision?.candidates.find(({ act }) => act.id === id)?.act.text;
    emit('suppressed', { occasion, id, reason, at, ...(text && { text }) });
  }
}
