/**
 * The answer in sentences. Every phrase is chosen by intervals: what the figures do not carry is not said.
 * @module
 */
import { isNumber, valueText } from '@sente/lab/report';
import type { ArmSummary, ExperimentResults } from '../experiment/results.ts';
import { corpusName, kindOf, mainCorpus, summariesOf, summaryOf } from './kinds.ts';
import { againstBar, apart, share, stands } from './standing.ts';

/** Share of cases in which the first act is to be the best one, or the boundary counts as not followed. */
export const AGREEMENT_BAR = 0.9;

/** What is said. */
interface Headline {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** The multi-turn kind that the claim is about: w = 2 if there is one, else the farthest. */
function mainMultiTurn(results: ExperimentResults): ArmSummary | undefined {
  const all = multiTurn(results);
  return all.find(({ horizon }) => horizon === 2) ?? all.at(-1);
}

/** Multi-turn policy gradients from the base, at the main corpus, by horizon. */
function multiTurn(results: ExperimentResults): ArmSummary[] {
  return summariesOf(results, mainCorpus(results))
    .filter((one) => one.objective === 'multi-turn' && !kindOf(one).includes('-after-'))
    .toSorted((a, b) => (a.horizon ?? 0) - (b.horizon ?? 0));
}

/** Computed from the document alone. */
export function headline(results: ExperimentResults): Headline {
  const corpus = mainCorpus(results);
  const plain = summaryOf(results, 'next-token', corpus) ?? summaryOf(results, 'base', corpus);
  const single = summaryOf(results, 'single-turn', corpus);
  const main = mainMultiTurn(results);
  const sentences = [
    plainSentence(plain, corpus),
    singleSentence(results, plain, single),
    horizonSentence(results, single),
    crossoverSentence(results, single),
    unsureSentence(main),
    rewardSentence(results, main, single),
  ].filter((sentence) => sentence !== undefined);
  return { title: title(results, plain, single, main), sentences };
}

function title(results: ExperimentResults, plain?: ArmSummary, single?: ArmSummary, main?: ArmSummary): string {
  if (!main || !single) return 'This run did not train what it takes to answer the question.';
  // Where asking is the best act, if that was told apart; else all requests that leave something open.
  const isBest = [main, single].every(({ figures }) => figures['asks@pays'] && figures['asks@vain']);
  const [where, elsewhere] = isBest ? ['asks@pays', 'asks@vain'] : ['asks@open', 'asks@closed'];
  const of = (one: ArmSummary): string => valueText(one.figures[where]?.mean, 'share');
  if (stands(results, main, single, where) !== 'above')
    return 'In this run, a reward that looks further ahead did not make the model ask more.';
  const [here, there] = isBest
    ? ['of the requests in which asking is best', 'where asking is not best']
    : ['of open requests', 'when nothing is open'];
  const by = `the model asks in ${of(single)} ${here}; judged by the conversation, in ${of(main)}`;
  if (apart(main.figures[where], main.figures[elsewhere]) !== 'above')
    return `Judged reply by reply, ${by}, but it asks as often ${there}.`;
  const fromPlain = plain && stands(results, main, plain, where) === 'above';
  return `${fromPlain ? 'It is what they are rewarded for' : 'The reward’s horizon moves it'}: judged reply by reply, ${by}.`;
}

function plainSentence(plain: ArmSummary | undefined, corpus: number): string | undefined {
  const [open, closed] = [plain?.figures['asks@open'], plain?.figures['asks@closed']];
  if (!plain || !open || !closed) return undefined;
  const told = {
    above: 'more often than when nothing is open',
    below: 'less often than when nothing is open',
    open: 'no more often than when nothing is open, as far as the intervals tell: asking is a habit of the text, not a means',
    unknown: '',
  }[apart(open, closed)];
  const who = plain.objective === 'base' ? 'The base' : 'The next-token model';
  return `${who}, trained on text in which assistants ask back in ${corpusName(corpus)} of openings, asks in ${share(open)} of requests that leave something open and in ${share(closed)} of those that leave nothing open: ${told}.`;
}

function singleSentence(results: ExperimentResults, plain?: ArmSummary, single?: ArmSummary): string | undefined {
  if (!single?.figures['asks@open']) return undefined;
  const than =
    plain &&
    {
      above: ', more than before',
      below: ', less than before: a question gives the user nothing in this turn, so it is trained away',
      open: ', which cannot be told from what it did before',
      unknown: '',
    }[stands(results, single, plain, 'asks@open')];
  return `Rewarded for each reply by itself, it asks in ${share(single.figures['asks@open'])} of open requests${than ?? ''}.`;
}

function horizonSentence(results: ExperimentResults, single?: ArmSummary): string | undefined {
  const all = multiTurn(results).filter(({ figures }) => isNumber(figures['asks@open']?.mean));
  if (all.length === 0) return undefined;
  const parts = all.map(({ horizon, figures }) => `${share(figures['asks@open'])} (w = ${horizon})`);
  const closed = all.map(({ horizon, figures }) => `${share(figures['asks@closed'])} (w = ${horizon})`);
  const more = single ? all.filter((one) => stands(results, one, single, 'asks@open') === 'above') : [];
  const told =
    single === undefined
      ? ''
      : more.length === all.length
        ? ` ${all.length > 1 ? 'Each of them' : 'It'} asks more than the single-turn model.`
        : more.length > 0
          ? ` More than the single-turn model: ${more.map(({ horizon }) => `w = ${horizon}`).join(', ')}.`
          : ' None of them asks clearly more than the single-turn model.';
  const optimal = results.rules.optimal?.['asks@open'];
  const best = optimal ? ` (the best play asks in ${valueText(optimal.mean, 'share')})` : '';
  return `Rewarded for the conversation as it goes on for w user turns, it asks in ${list(parts)} of open requests${best}, and in ${list(closed)} of closed ones.${told}`;
}

function crossoverSentence(results: ExperimentResults, single?: ArmSummary): string | undefined {
  const all = multiTurn(results).filter(({ figures }) => isNumber(figures.agreement?.mean));
  if (all.length === 0) return undefined;
  const bar = `${100 * AGREEMENT_BAR}%`;
  const told = {
    met: 'met',
    'met by the mean': 'met by the mean, not by the whole interval',
    missed: 'missed',
    unknown: '',
  };
  const parts = all.map(
    ({ horizon, figures }) =>
      `${share(figures.agreement)} for w = ${horizon} (${told[againstBar(figures.agreement, AGREEMENT_BAR)]})`,
  );
  const never = results.rules['never-ask']?.agreement;
  const others = [
    ...(single?.figures.agreement ? [`the single-turn model in ${share(single.figures.agreement)}`] : []),
    ...(never ? [`a rule that never asks in ${valueText(never.mean, 'share')}`] : []),
  ];
  const beside = others.length > 0 ? `; ${others.join(', ')}` : '';
  return `Where asking pays depends on how open the request is, what a turn costs, and whether the user can answer. The model decides between asking and not as the best play does in ${list(parts)} of cases, where the bar is ${bar}${beside}.`;
}

function unsureSentence(main?: ArmSummary): string | undefined {
  const [unsure, open] = [main?.figures['asks@unsure'], main?.figures['asks@open']];
  if (!unsure || !open) return undefined;
  const told = {
    above: 'more than elsewhere, which is wrong: these questions come back unanswered',
    below: 'less than where something is open',
    open: 'not clearly less than where something is open, though these questions come back unanswered',
    unknown: '',
  }[apart(unsure, open)];
  return `With w = ${main?.horizon} it asks the user who cannot answer in ${share(unsure)}, ${told}.`;
}

function rewardSentence(results: ExperimentResults, main?: ArmSummary, single?: ArmSummary): string | undefined {
  if (!main?.figures.reward || !single?.figures.reward) return undefined;
  const told = { above: 'higher', below: 'lower', open: 'not told apart', unknown: '' }[
    stands(results, main, single, 'reward')
  ];
  const text = (one: ArmSummary): string => valueText(one.figures.reward.mean);
  return `At equal training budget its conversations are worth ${text(main)} against ${text(single)} for single-turn (R*, ${told}), with users and bags that training never met.`;
}

const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
