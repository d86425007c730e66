/**
 * The data card: how the records came about, for whoever trains on them.
 * @module
 */
import type { Prices } from '@sente/language';
import type { DataSettings } from './data-case.ts';
import type { RecordCounts } from './records.ts';
import { type DataFile, OPENAI_LEAST } from './schemas.ts';
import type { Used } from './talk.ts';

/** `card.json`. */
export interface DataCard {
  readonly run: string;
  readonly seed: number;
  readonly models: {
    readonly assistant: string;
    /** Plays the users; absent: they follow rules. */
    readonly user?: string;
    /** Absent: nothing is judged, the reward is computed. */
    readonly judge?: string;
  };
  readonly users: string;
  readonly reward: {
    readonly equation: string;
    readonly source: string;
    readonly horizon: number;
    readonly samples: number;
    readonly tokenPrice?: number;
    readonly turnCost?: number;
    readonly range?: readonly [number, number];
  };
  readonly settings: DataSettings;
  readonly margin: number;
  readonly inputs: DataInputs;
  readonly counts: RecordCounts;
  /** Records a file. */
  readonly files: Readonly<Record<DataFile, number>>;
  /** All calls that the conversations rest on, those of earlier sittings and of equal runs included. */
  readonly cost: Used & { readonly usd?: number };
  readonly warnings: readonly string[];
}

/** What was played. */
export interface DataInputs {
  readonly source: string;
  readonly licence: string;
  /** SHA-256 of each file of one's own tasks. */
  readonly sha256?: Readonly<Record<string, string>>;
}

/** What a card is made of. */
export interface CardFacts {
  readonly run: string;
  readonly seed: number;
  readonly models: DataCard['models'];
  readonly isPocket: boolean;
  readonly settings: DataSettings;
  readonly margin: number;
  readonly inputs: DataInputs;
  readonly counts: RecordCounts;
  readonly files: DataCard['files'];
  readonly used: Used;
  readonly prices?: Prices;
}

/** Makes it. Holds no time and no place: the same run gives the same card. */
export function makeCard({ isPocket, used, prices, ...facts }: CardFacts): DataCard {
  const { horizon, samples, tokenPrice, turnCost } = facts.settings;
  const usd = prices && Number(((used.input * prices.input + used.output * prices.output) / 1e6).toPrecision(6));
  const told = {
    equation: `R = success − min(${tokenPrice} · tokens, 1) − ${turnCost} · turns, judged when the conversation was played on for ${horizon} user turns; the mean over ${samples} continuations, clipped to −1 … 1`,
    tokenPrice,
    turnCost,
    range: [-1, 1] as const,
  };
  const bags = {
    equation:
      horizon === 0
        ? 'R = 1 if the reply gives something that was asked for and fits what was said, else 0'
        : `R* = success − cost of turns − 0.3 · wrong recommendations (handing over: −0.2), after ${horizon} user turns; the mean over the bags that still fit what was said, ${samples} continuations each`,
  };
  return {
    run: facts.run,
    seed: facts.seed,
    models: facts.models,
    users: isPocket
      ? "shoppers of the pocket model's shop who follow rules, as training meets them; bags and phrasings held out for measuring are not among them"
      : 'people with a goal told in words, played by a model; the lab’s simulated users, by which an assistant is measured, are others',
    reward: { ...(isPocket ? bags : told), source: 'Wu et al. 2025, arXiv 2502.00640, equation 1', horizon, samples },
    settings: facts.settings,
    margin: facts.margin,
    inputs: facts.inputs,
    counts: facts.counts,
    files: facts.files,
    cost: { ...used, ...(usd !== undefined && { usd }) },
    warnings: warningsOf(facts, isPocket),
  };
}

function warningsOf(
  { files, counts, models, settings }: Omit<CardFacts, 'used' | 'isPocket'>,
  isPocket: boolean,
): string[] {
  const few = (['sft.openai.jsonl', 'dpo.openai.jsonl'] as const).filter((file) => files[file] < OPENAI_LEAST);
  return [
    ...few.map((file) => `${file} has ${files[file]} records; OpenAI takes no file of fewer than ${OPENAI_LEAST}.`),
    ...(counts.unpaired['within-margin'] > counts.pairs
      ? [
          'Most turns have no pair: their candidates are worth the same. More candidates or --prompted give other replies.',
        ]
      : []),
    ...(counts.dropped.unscorable > 0
      ? [`${counts.dropped.unscorable} candidates could not be scored and are in no record.`]
      : []),
    ...(!isPocket && (models.judge === undefined || models.judge === models.assistant)
      ? ['The model judged its own replies: name another with --judge.']
      : []),
    ...(settings.horizon === 0
      ? ['The reward looks at the reply alone (horizon 0): it cannot pay for a question.']
      : []),
  ];
}
