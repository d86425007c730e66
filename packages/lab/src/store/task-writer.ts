/**
 * Writes conversations of one run: turns as they are taken, the rest when they are finished.
 * @module
 */
import type { Played, PlayedTurn } from '../probe/played.ts';
import type { Redact } from './redact.ts';
import type { TaskKey } from './run-store.ts';
import type { Statements } from './statements.ts';

/** Makes writes, to be carried out within a transaction. */
interface TaskWriter {
  turn(key: TaskKey, number: number, turn: PlayedTurn): () => void;
  finish(key: TaskKey, cell: string | undefined, played: Played): () => void;
}

export function taskWriter(sql: Statements, run: string, redact: Redact): TaskWriter {
  /** Conversations under way: no more than are played at once. */
  const open = new Map<string, Open>();

  function opened(key: TaskKey): Open {
    const label = labelOf(key);
    const known = open.get(label) ?? { turns: [], isWhole: true };
    open.set(label, known);
    return known;
  }

  function idOf(key: TaskKey, conversation: Open): number {
    if (conversation.id !== undefined) return conversation.id;
    const { probe, case: name, agent, repeat } = key;
    const row = sql.task.get(run, probe, name, agent, repeat) as { id: number } | undefined;
    conversation.id = row?.id ?? Number(sql.addTask.run(run, probe, name, agent, repeat).lastInsertRowid);
    return conversation.id;
  }

  return {
    turn(key, number, turn) {
      const conversation = opened(key);
      const text = JSON.stringify(turn);
      conversation.turns[number] = text;
      return () => {
        const { changes } = sql.turn.run(idOf(key, conversation), number, redact(text));
        if (changes === 0) conversation.isWhole = false;
      };
    },
    finish(key, cell, played) {
      const conversation = opened(key);
      open.delete(labelOf(key));
      const { turns, ...rest } = played;
      const text = redact(JSON.stringify(rest));
      const spoken = turns.map((turn) => JSON.stringify(turn));
      return () => {
        const id = idOf(key, conversation);
        const own = isTakenDown(spoken, conversation) ? null : ownTurns(id, spoken.map(redact));
        sql.finish.run(id, cell ?? null, text, own);
      };
    },
  };

  /** The common case, told without a look into the file. */
  function isTakenDown(spoken: readonly string[], { turns, isWhole }: Open): boolean {
    return isWhole && spoken.length === turns.length && spoken.every((turn, at) => turn === turns[at]);
  }

  /**
   * Takes down what was not, and gives the conversation's own turns where they differ from those that were: a probe may
   * write notes beside turns afterwards, and what was taken down first stays.
   */
  function ownTurns(id: number, spoken: readonly string[]): string | null {
    for (const [number, turn] of spoken.entries()) sql.turn.run(id, number, turn);
    const kept = sql.turns.all(id) as unknown as { turn: string }[];
    const isSame = kept.length === spoken.length && kept.every(({ turn }, at) => turn === spoken[at]);
    return isSame ? null : `[${spoken.join(',')}]`;
  }
}

/** A conversation under way. */
interface Open {
  id?: number;
  /** Turns taken down by this process, as JSON. */
  readonly turns: string[];
  /** None of them was there before. */
  isWhole: boolean;
}

function labelOf({ probe, case: name, agent, repeat }: TaskKey): string {
  return JSON.stringify([probe, name, agent, repeat]);
}
