/**
 * What a played conversation leaves behind for the writers. JSON.
 * @module
 */

/** How a candidate came about: as the model replies by itself, or told to ask or to offer. */
export type CandidateKind = 'plain' | 'ask' | 'offer';

/** Why a candidate was not scored. */
type Dropped = 'cut-off' | 'empty' | 'repeated' | 'unscorable';

/** One candidate for a turn. */
export interface Candidate {
  readonly text: string;
  readonly kind: CandidateKind;
  /** Absent: it was dropped. */
  readonly reward?: number;
  readonly dropped?: Dropped;
  /** The mean reward lay outside the range and was cut to it. */
  readonly clipped?: boolean;
}

/** One turn of the assistant. */
export interface Step {
  /** What the user said before. */
  readonly said: string;
  readonly candidates: readonly Candidate[];
  /** Position of the best one, which the conversation went on with; absent: none was scored, and it ended here. */
  readonly best?: number;
}

/** One conversation. */
export interface DataDetail {
  /** System prompt that the model was given; absent: none. */
  readonly instructions?: string;
  readonly steps: readonly Step[];
  /** Calls of models, by what they were for, and the tokens that they read and wrote. */
  readonly used: {
    readonly calls: number;
    readonly input: number;
    readonly output: number;
  };
}

/** One message, as trainers have it. */
export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** The conversation before a step: system prompt, what was said and replied before, and what was said last. */
export function promptOf({ instructions, steps }: Pick<DataDetail, 'instructions' | 'steps'>, at: number): Message[] {
  const before = steps.slice(0, at).flatMap(({ said, candidates, best }): Message[] => [
    { role: 'user', content: said },
    { role: 'assistant', content: candidates[best!].text },
  ]);
  return [
    ...(instructions === undefined ? [] : [{ role: 'system', content: instructions } as const]),
    ...before,
    { role: 'user', content: steps[at].said },
  ];
}
