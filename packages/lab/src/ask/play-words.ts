/**
 * Plays one request of a data set: scores the first reply for asking, answers what was asked where the data has an answer,
 * and scores what comes then.
 *
 * Overlap of words: the F1 of SQuAD and CoQA (Rajpurkar et al. 2016, arXiv 1606.05250; lower case, without punctuation
 * and articles), the best over right answers.
 * @module
 */
import type { Played, PlayedTurn } from '../probe/played.ts';
import type { Play } from '../probe/probe.ts';

import type { Reading, WordsCase } from './data/words-case.ts';
import { detailsAsked } from './details.ts';
import { asksFor } from './judge.ts';
import { putsQuestion } from './read-questions.ts';

/** Most turns of the assistant, unless said otherwise: a request, and up to three questions. */
const WORDS_TURNS = 4;
/** Details below this are nice to know. */
const IMPORTANT = 2;

/** Plays it. */
export async function playWords(play: Play<WordsCase>): Promise<Played> {
  const { case: request, random } = play;
  const dice = random.split('user');
  const turns: PlayedTurn[] = [];
  const record = (turn: PlayedTurn): void => {
    turns.push(turn);
    play.record(turn);
  };
  const talk = play.agent.begin(
    { instructions: request.instructions },
    { random: random.split('agent'), model: play.model('assistant') },
  );
  record({ speaker: 'user', text: request.request });
  let reply = await talk.say(request.request);
  const asks = await asksFor(request.request, reply.text, play.model('judge'));
  record({ speaker: 'assistant', ...reply, note: asks ? 'asks' : 'does not ask' });

  // What the user means is drawn before anybody asks: the same for every agent.
  const meant: Reading | undefined = request.readings.length > 0 ? dice.pick(request.readings) : undefined;
  const missing = request.missing ?? [];
  const asked = new Set<number>(asks ? detailsAsked(reply.text, missing) : []);
  let asking = asks;
  for (let turn = 1; asking && turn < (play.turns ?? WORDS_TURNS); turn++) {
    const said = missing.length > 0 ? tellDetails() : (meant?.reply ?? 'Just what I said.');
    record({ speaker: 'user', text: said });
    reply = await talk.say(said);
    asking = putsQuestion(reply.text);
    record({ speaker: 'assistant', ...reply, note: asking ? 'asks' : 'answers' });
    if (asking) for (const one of detailsAsked(reply.text, missing)) asked.add(one);
  }

  const score = meant && request.scoring ? scoreOf(request.scoring, reply.text, meant.answers) : undefined;
  const important = missing.flatMap(({ importance }, k) => (importance >= IMPORTANT ? [k] : []));
  const covered = important.filter((k) => asked.has(k)).length / important.length;
  const isOpen = request.cell === 'open';
  return {
    figures: {
      asked: Number(asks),
      ...(score !== undefined && { [request.scoring === 'verdict' ? 'right' : 'overlap']: score }),
      ...(important.length > 0 && { details: covered }),
    },
    turns,
    loss: (Number(asks !== isOpen) + 1 - (score ?? (Number.isNaN(covered) ? 1 : covered))) / 2,
  };

  /** The user answers each detail that the last reply asked for with one of its options. */
  function tellDetails(): string {
    const now = detailsAsked(reply.text, missing);
    if (now.length === 0) return 'I have no preference there.';
    return now
      .map((k) => {
        const { description, options } = missing[k];
        return `${description}: ${options.length > 0 ? dice.split(k).pick(options) : 'no preference'}.`;
      })
      .join(' ');
  }
}

/** 0 … 1. */
function scoreOf(scoring: 'overlap' | 'verdict', reply: string, answers: readonly string[]): number {
  if (scoring === 'verdict') return Number(answers.includes(verdictIn(reply) ?? ''));
  return Math.max(0, ...answers.map((answer) => overlap(reply, answer)));
}

/** The last verdict that a reply gives. */
export function verdictIn(reply: string): string | undefined {
  return [...reply.toLowerCase().matchAll(/\b(true|false|open)\b/g)].at(-1)?.[1];
}

/** F1 over words, each counted as often as it stands there. */
export function overlap(reply: string, answer: string): number {
  const [said, right] = [wordsOf(reply), wordsOf(answer)];
  const left = [...right];
  const common = said.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  if (said.length === 0 || right.length === 0) return Number(said.length === right.length);
  return (2 * common) / (said.length + right.length);
}

function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? []).filter(
    (word) => !/^(?:a|an|the)$/.test(word),
  );
}
