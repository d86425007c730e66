/**
 * Writes conversations of one run: turns as they are taken, the rest when they are finished.
 * @module
 */
import type { Played, PlayedTurn } from '../probe/played.ts';
import type { Redact } from './redact.ts';
import type { TaskKey } from './run-store.ts';
import type { Statements } from './statements.ts';

/** Makes writes, to be carried out within a transaction. */
export interface TaskWriter {
  turn(key: TaskKey, number: number, turn: PlayedTurn): () => void;
  finish(key: TaskKey, cell: string | undefined, played: Played): () => void;
}

export function taskWriter(sql: Statements, run: string, redact: Redact): TaskWriter {
  /** Conversations under way: no more than are played at once. */
  const ids = new Map<string, number>();

  function idOf({ probe, case: name, agent, repeat }: TaskKey): number {
    const label = JSON.stringify([probe, name, agent, repeat]);
    const known = ids.get(label);
    if (known !== undefined) return known;
    const row = sql.task.get(run, probe, name, agent, repeat) as { id: number } | undefined;
    const id = row?.id ?? Number(sql.addTask.run(run, probe, name, agent, repeat).lastInsertRowid);
    ids.set(label, id);
    return id;
  }

  return {
    turn(key, number, turn) {
      const text = redact(JSON.stringify(turn));
      return () => {
        sql.turn.run(idOf(key), number, text);
      };
    },
    finish(key, cell, played) {
      const { turns, ...rest } = played;
      const text = redact(JSON.stringify(rest));
      const spoken = turns.map((turn) => redact(JSON.stringify(turn)));
      return () => {
        const id = idOf(key);
        for (const [number, turn] of spoken.entries()) sql.turn.run(id, number, turn);
        // A probe may have written notes beside turns afterwards; what was taken down first stays, so they go here.
        const kept = sql.turns.all(id) as unknown as { turn: string }[];
        const isSame = kept.length === spoken.length && kept.every(({ turn }, at) => turn === spoken[at]);
        sql.finish.run(id, cell ?? null, text, isSame ? null : `[${spoken.join(',')}]`);
        ids.delete(JSON.stringify([key.probe, key.case, key.agent, key.repeat]));
      };
    },
  };
}
