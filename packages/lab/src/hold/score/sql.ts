/**
 * Answers that are a database query: right when it returns what the reference query returns.
 *
 * Source: execution accuracy as in Spider's test suites (Zhong et al. 2020, arXiv 2010.02840, section 3).
 * @module
 */
import type { Json } from '../../probe/played.ts';
import { type Rows, runQueries } from './run-queries.ts';
import type { Scorer } from './scorer.ts';

/** What is wanted. */
interface SqlGold {
  readonly reference: string;
  /** A script that makes the tables and fills them; run in memory. */
  readonly script?: string;
  /** Database files to run on instead, each read only; the answer must be right on all. */
  readonly files?: readonly string[];
}

const STARTS = /^\s*(?:--[^\n]*\n\s*)*(?:select|with)\b/i;

/**
 * Scores 1 when both queries return the same rows, on every database: columns may be in another order, rows too unless
 * the reference sorts. A query that fails, writes, or takes longer than two seconds scores 0.
 */
export const sqlScorer: Scorer = {
  answer: 'One complete SQL query. A fragment or a template of one is no answer.',
  extract(reply) {
    const blocks = [...reply.matchAll(/```(?:\w+)?\s*\n?([\s\S]*?)```/g)].map((match) => match[1].trim());
    const query = blocks.filter((block) => STARTS.test(block)).at(-1);
    if (query !== undefined) return query;
    // Without marks: from a line that begins a query to the semicolon, or to the empty line after it.
    const bare = [...reply.matchAll(/^[ \t]*(?:select|with)\b[\s\S]*?(?:;|\n\s*\n|$(?![\s\S]))/gim)].at(-1)?.[0].trim();
    return bare !== undefined && /\bfrom\b/i.test(bare) ? bare : undefined;
  },
  async score(answer, gold) {
    const { reference, script, files } = gold as unknown as SqlGold;
    const isSorted = /\border\s+by\b/i.test(withoutInner(reference));
    const databases = files === undefined ? [{ script: script ?? '' }] : files.map((file) => ({ file }));
    for (const database of databases) {
      const wanted = await runQueries(database, reference);
      if ('error' in wanted) throw new SqlReferenceError(reference, wanted.error);
      const given = await runQueries(database, answer);
      if ('error' in given || !isSameResult(given.rows, wanted.rows, isSorted)) return 0;
    }
    return 1;
  },
};

/** The reference query itself does not run. */
export class SqlReferenceError extends Error {
  constructor(query: string, what: string) {
    super(
      `the reference query does not run (${what}): ${query}. Check that the tables of the case are the right ones.`,
    );
    this.name = 'SqlReferenceError';
  }
}

/** What stands outside of brackets: an inner ORDER BY sorts nothing of the result. */
function withoutInner(query: string): string {
  let text = query.replace(/'(?:[^']|'')*'/g, "''");
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/\([^()]*\)/g, ' ');
  }
  return text;
}

/** Whether one order of columns makes the results equal. */
export function isSameResult(given: Rows, wanted: Rows, isSorted: boolean): boolean {
  if (given.length !== wanted.length) return false;
  if (wanted.length === 0) return true;
  const columns = wanted[0].length;
  if (given[0].length !== columns) return false;
  const key = (row: readonly Json[]): string => JSON.stringify(row.map(plain));
  const listed = (rows: readonly string[]): string => (isSorted ? rows : [...rows].sort()).join('\n');
  const target = listed(wanted.map(key));
  const bag = (rows: Rows, column: number): string =>
    JSON.stringify(rows.map((row) => JSON.stringify(plain(row[column]))).sort());
  const bags = Array.from({ length: columns }, (_, column) => bag(given, column));
  // Only columns with the same values can stand for each other: that leaves few orders to try.
  const options = Array.from({ length: columns }, (_, column) => {
    const own = bag(wanted, column);
    return bags.flatMap((one, place) => (one === own ? [place] : []));
  });
  const search = (order: readonly number[]): boolean => {
    if (order.length === columns) return listed(given.map((row) => key(order.map((place) => row[place])))) === target;
    return options[order.length].some((place) => !order.includes(place) && search([...order, place]));
  };
  return search([]);
}

/** Numbers that differ by rounding alone are one. */
function plain(value: Json): Json {
  return typeof value === 'number' ? Number(value.toPrecision(10)) : value;
}
