/**
 * The wording of long commitments: any SPAN words of one in a row, as they stand in it. Known by a tree of words, so
 * that reading on costs the same however long the commitments are.
 * @module
 */
import { foldedWords } from './fold.ts';

/** Words in a row that count as taken over verbatim. Of scripts without spaces, twice as many signs. */
export const SPAN = 6;

/** Letters of a word, at most, for it to be held back while it is being written, and to count in a span. */
export const LONGEST_WORD = 40;

interface Node {
  readonly next: Map<string, Node>;
  /** The commitment whose wording ends here. */
  id?: string;
}

/** The wording of commitments, word by word. Not changed by reading on. */
export type SpanTree = Node;

/** Wording of these values, except for what stands in `said`. */
export function spanTree(values: readonly { readonly id: string; readonly value: string }[], said: string): SpanTree {
  const root: Node = { next: new Map() };
  const known = ` ${foldedWords(said).join(' ')} `;
  for (const { id, value } of values) {
    const words = foldedWords(value);
    const signs = words.filter((word) => /^[\u3040-\u9fff]$/u.test(word)).length;
    const span = signs * 2 > words.length ? SPAN * 2 : SPAN;
    for (let at = 0; at + span <= words.length; at++) {
      const part = words.slice(at, at + span);
      if (part.every((word) => word.length <= LONGEST_WORD) && !known.includes(` ${part.join(' ')} `))
        add(root, part, id);
    }
  }
  return root;
}

function add(root: Node, words: readonly string[], id: string): void {
  let node = root;
  for (const word of words) {
    let next = node.next.get(word);
    if (!next) {
      next = { next: new Map() };
      node.next.set(word, next);
    }
    node = next;
  }
  node.id = id;
}

/** Spans under way in a text. */
export class Spans {
  private readonly root: SpanTree;
  private under: { readonly node: Node; readonly from: number }[] = [];

  constructor(root: SpanTree) {
    this.root = root;
  }

  /** Takes a whole word; gives the commitment whose wording ends with it, and where that began. */
  word(word: string, from: number): { readonly id: string; readonly from: number } | undefined {
    const under: { readonly node: Node; readonly from: number }[] = [];
    let found: { readonly id: string; readonly from: number } | undefined;
    for (const one of [...this.under, { node: this.root, from }]) {
      const node = one.node.next.get(word);
      if (!node) continue;
      if (node.id !== undefined) found ??= { id: node.id, from: one.from };
      under.push({ node, from: one.from });
    }
    this.under = under;
    return found;
  }

  /** Where the earliest span under way began; Infinity if none is. */
  get hold(): number {
    return this.under[0]?.from ?? Number.POSITIVE_INFINITY;
  }
}
