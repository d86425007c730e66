/**
 * Every statement that a store of runs makes, prepared once.
 * @module
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Played, PlayedRow, PlayedTurn } from '../probe/played.ts';
import type { RunStatus } from './run-store.ts';

/** A run as it lies in the file. */
export interface RunRow {
  readonly id: string;
  readonly started: number;
  readonly version: number;
  readonly settings: string;
  readonly status: RunStatus;
  readonly host: string | null;
  readonly pid: number | null;
  readonly token: string | null;
  readonly heartbeat: number;
}

/** See the SQL. */
export interface Statements {
  readonly run: StatementSync;
  readonly runs: StatementSync;
  readonly newest: StatementSync;
  readonly create: StatementSync;
  readonly take: StatementSync;
  readonly isOurs: StatementSync;
  readonly live: StatementSync;
  readonly leave: StatementSync;
  readonly task: StatementSync;
  readonly addTask: StatementSync;
  readonly turn: StatementSync;
  readonly turns: StatementSync;
  readonly finish: StatementSync;
  readonly result: StatementSync;
  readonly results: StatementSync;
  readonly call: StatementSync;
  readonly putCall: StatementSync;
  readonly callsOf: StatementSync;
  readonly cost: StatementSync;
  /** Finished conversations, by case, agent and repeat. */
  rowsOf(run: string, probe: string): readonly PlayedRow[];
}

export function createStatements(database: DatabaseSync): Statements {
  const sql = (text: string): StatementSync => database.prepare(text);
  const turns = sql('SELECT turn FROM turns WHERE task = ? ORDER BY number');
  const rows = sql(
    'SELECT id, "case", agent, repeat, cell, played, turns FROM tasks JOIN conversations ON task = id ' +
      'WHERE run = ? AND probe = ? ORDER BY "case", agent, repeat',
  );
  return {
    run: sql('SELECT * FROM runs WHERE id = ?'),
    runs: sql(
      'SELECT *, (SELECT count(*) FROM tasks JOIN conversations ON task = tasks.id WHERE run = runs.id) AS conversations ' +
        'FROM runs ORDER BY started DESC, rowid DESC',
    ),
    newest: sql('SELECT * FROM runs ORDER BY started DESC, rowid DESC LIMIT 1'),
    create: sql("INSERT INTO runs VALUES (?, ?, ?, ?, 'running', ?, ?, ?, ?)"),
    take: sql("UPDATE runs SET status = 'running', host = ?, pid = ?, token = ?, heartbeat = ? WHERE id = ?"),
    isOurs: sql('SELECT 1 FROM runs WHERE id = ? AND token = ?'),
    live: sql('UPDATE runs SET heartbeat = ? WHERE id = ? AND token = ?'),
    leave: sql(
      'UPDATE runs SET status = ?, host = NULL, pid = NULL, token = NULL, heartbeat = ? WHERE id = ? AND token = ?',
    ),
    task: sql('SELECT id FROM tasks WHERE run = ? AND probe = ? AND "case" = ? AND agent = ? AND repeat = ?'),
    addTask: sql('INSERT INTO tasks (run, probe, "case", agent, repeat) VALUES (?, ?, ?, ?, ?)'),
    turn: sql('INSERT OR IGNORE INTO turns VALUES (?, ?, ?)'),
    turns,
    finish: sql('INSERT OR IGNORE INTO conversations VALUES (?, ?, ?, ?)'),
    result: sql('INSERT OR REPLACE INTO results VALUES (?, ?, ?)'),
    results: sql('SELECT result FROM results WHERE run = ? ORDER BY rowid'),
    call: sql('SELECT reply, model, input, output, usd FROM calls WHERE key = ?'),
    putCall: sql('INSERT OR IGNORE INTO calls VALUES (?, ?, ?, ?, ?, ?, ?)'),
    callsOf: sql('SELECT key, reply, model, input, output, usd FROM calls WHERE model = ? ORDER BY rowid'),
    cost: sql(
      'SELECT count(*) AS calls, coalesce(sum(input), 0) AS input, coalesce(sum(output), 0) AS output, sum(usd) AS usd ' +
        'FROM calls WHERE run = ?',
    ),
    rowsOf(run, probe) {
      const found = rows.all(run, probe) as unknown as StoredRow[];
      return found.map(({ id, case: name, agent, repeat, cell, played, turns: own }) => {
        const kept =
          own === null
            ? (turns.all(id) as unknown as { turn: string }[]).map(({ turn }) => JSON.parse(turn) as PlayedTurn)
            : (JSON.parse(own) as PlayedTurn[]);
        const rest = JSON.parse(played) as Omit<Played, 'turns'>;
        return { case: name, agent, repeat, ...(cell === null ? {} : { cell }), ...rest, turns: kept };
      });
    },
  };
}

interface StoredRow {
  readonly id: number;
  readonly case: string;
  readonly agent: string;
  readonly repeat: number;
  readonly cell: string | null;
  readonly played: string;
  readonly turns: string | null;
}
