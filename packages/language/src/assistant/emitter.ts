/**
 * Typed listeners.
 * @module
 */

/** Listeners by the name of what they listen for. */
export interface Emitter<Events> {
  /** Returns what takes the listener off again. */
  on<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): () => void;
  /** A listener that throws harms neither the turn nor the others: what it threw becomes a warning of the process. */
  emit<Name extends keyof Events>(name: Name, event: Events[Name]): void;
}

/** With no listeners yet. */
export function createEmitter<Events>(): Emitter<Events> {
  const listeners = new Map<keyof Events, Set<(event: never) => void>>();
  return {
    on(name, listener) {
      const own = listeners.get(name) ?? new Set();
      listeners.set(name, own);
      // A function of its own, so that one listener put on twice can be taken off once.
      const call = (event: never): void => listener(event);
      own.add(call);
      return () => void own.delete(call);
    },
    emit(name, event) {
      for (const call of [...(listeners.get(name) ?? [])]) {
        try {
          call(event as never);
        } catch (error) {
          process.emitWarning(error instanceof Error ? error : String(error), { code: 'SENTE_LISTENER' });
        }
      }
    },
  };
}
