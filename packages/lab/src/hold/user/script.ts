/**
 * What a user who reveals a request piece by piece goes by.
 * @module
 */

/** One piece of the request. */
export interface Shard {
  /** As it is said when nobody asked for it. */
  readonly text: string;
  /** As it is said in answer to a question about it; the same unless given. */
  readonly short?: string;
  /** What it tells, without the words around it, for the meter of the user's conduct; `text` unless given. */
  readonly core?: string;
  /** Pieces that have to be out before: a change of mind comes after what it changes. */
  readonly after?: readonly number[];
  /** How many pieces have to be out before. */
  readonly atLeast?: number;
}

/** What the assistant's words call for. */
export type Call =
  /** It asks for this piece. */
  | { readonly kind: 'asked'; readonly shard: number }
  /** It asks for something that was said already. */
  | { readonly kind: 'again'; readonly shard: number }
  /** It asks for something that the request does not say. */
  | { readonly kind: 'unrelated' }
  /** It asks nothing in particular. */
  | { readonly kind: 'open' };

/** One request, ready to be revealed. Pieces are named by their place in `shards`; the first one comes first. */
export interface Script {
  readonly shards: readonly Shard[];
  /** The request in one message. */
  readonly full: string;
  /**
   * What still stands of what was said, each as a sentence or line; for saying it again. What the piece `next` takes back
   * is not repeated just before it.
   */
  standing(said: readonly number[], next?: number): readonly string[];
  /** What a reply calls for, given what was said. */
  callOf(reply: string, said: readonly number[]): Call;
  /** The piece once more, because the assistant asked for it again. */
  again(shard: number): string;
  /** An answer to a question that the request says nothing about; tells nothing. */
  shrug(): string;
  /** Asks for the answer, when all is said and none was given. */
  prompt(): string;
  /** Whether things are said again as a list; otherwise one sentence after the other. */
  readonly lists: boolean;
}

/** Pieces that can come out now, in their order. */
export function openShards(script: Script, said: readonly number[]): readonly number[] {
  const left = script.shards.flatMap((_, place) => (said.includes(place) ? [] : [place]));
  const isDue = (place: number): boolean => {
    const { after = [], atLeast = 0 } = script.shards[place];
    return after.every((other) => said.includes(other)) && said.length >= atLeast;
  };
  const due = left.filter(isDue);
  // Nothing else is left: what was to wait for more waits no longer.
  return due.length > 0
    ? due
    : left.filter((place) => (script.shards[place].after ?? []).every((other) => said.includes(other)));
}
