/**
 * Lists for guessing games: things by category, and a table of cities.
 *
 * Source: LMRL-Gym, Abdulhai et al. 2023, arXiv 2311.18232 ("Twenty Questions" and "Guess My City").
 * @module
 */
import { ProbeDataError } from '../../probe/probe.ts';
import type { GivenTable, ListedThing, ListGame, TableGame } from '../game/game-case.ts';
import { isRecord, parse } from './records.ts';

/** `{"Fruits": [["Apple"], ["Plum", "Damson"]], …}`: categories of things, each with all its names. Undefined: it is not. */
export function thingsIn(text: string, file: string): readonly ListedThing[] | undefined {
  const value = parse(text);
  if (!isRecord(value)) return undefined;
  const kinds = Object.entries(value);
  if (kinds.length === 0 || !kinds.every(([, things]) => Array.isArray(things) && things.every(Array.isArray)))
    return undefined;
  return kinds.flatMap(([kind, things]) =>
    (things as readonly (readonly unknown[])[]).map((names, k): ListedThing => {
      const [name, ...aliases] = names;
      if (typeof name !== 'string' || !aliases.every((alias) => typeof alias === 'string')) {
        throw new ProbeDataError(`${file}, “${kind}”, thing ${k + 1}`, 'a list of names is expected here');
      }
      return { name, aliases: aliases as string[], kind };
    }),
  );
}

/** A line for each city, `rank; name; country; population`, under a line that names the columns. Undefined: it is not. */
export function citiesIn(text: string, file: string): GivenTable | undefined {
  const [head, ...lines] = text.split('\n').map((line) => line.trim());
  if (!/^rank\W+city\W+country\W+population$/i.test(head)) return undefined;
  const rows = lines.flatMap((line, k) => {
    if (line === '') return [];
    const cells = line.split(';').map((cell) => cell.trim());
    const population = Number(cells[3]?.replaceAll(',', ''));
    if (cells.length !== 4 || !(population > 0)) {
      throw new ProbeDataError(`${file}, line ${k + 2}`, '“rank; city; country; population” is expected here');
    }
    return [{ name: cells[1], country: cells[2], 'population (people)': String(population) }];
  });
  return { rows, config: { noun: { one: 'city', many: 'cities' } } };
}

/** One game for each thing of a list. */
export function listGames(things: readonly ListedThing[]): readonly ListGame[] {
  return things.map(({ name }, secret) => ({
    kind: 'list game',
    id: `list ${name}`,
    world: 'open',
    cell: 'list',
    secret,
    things,
  }));
}

/** One game for each row of a table. */
export function tableGames(table: GivenTable): readonly TableGame[] {
  return table.rows.map(({ name }, secret) => ({
    kind: 'table game',
    id: `table ${name}`,
    world: 'shop',
    cell: 'table',
    secret,
    table,
  }));
}
