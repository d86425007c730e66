/**
 * What one request comes to: the first reply against dynamic programming, and the whole against the stakes.
 * @module
 */
import { bagNumber, PATIENCE, type ReplyMeaning, rewardOf, type Tally } from '@sente/pocket';
import { inLevels } from '../know/forecast-log.ts';
import type { Json } from '../probe/played.ts';
import type { RequestCase } from './cases.ts';
import { knownAtFirst } from './known.ts';
import { type ActValues, bestAct, optimal } from './optimal.ts';
import { askable, remaining } from './state.ts';

/** What a first reply does, as far as the boundary goes; `other` is none of the three. */
type FirstAct = 'ask' | 'recommend' | 'abstain' | 'other';

/** What a reply does. */
function actOf({ act }: ReplyMeaning): FirstAct {
  return act === 'ask' || act === 'recommend' || act === 'abstain' ? act : 'other';
}

/** What a first reply is worth if the best is played from then on. */
function worthOfFirst(request: RequestCase, meaning: ReplyMeaning, values: ActValues): number {
  if (meaning.act === 'ask') return values.asks[meaning.attribute];
  if (meaning.act === 'abstain') return values.abstain;
  if (meaning.act !== 'recommend') return values.nothing;
  const isPossible = remaining(knownAtFirst(request)).some((bag) => bagNumber(bag) === bagNumber(meaning.bag));
  return isPossible ? values.recommend : values.misfit;
}

/** Figures by name; a name is absent where the case has no such number. */
export function requestFigures(
  request: RequestCase,
  heard: readonly ReplyMeaning[],
  tally: Tally,
): Readonly<Record<string, number>> {
  const { situation, best } = request;
  const { openness, hurry, reliability } = situation;
  const state = knownAtFirst(request);
  const values = optimal(state);
  const [first] = heard;
  const asked = Number(first.act === 'ask');
  const agrees = (turns: number): number => Number((bestAct(optimal(state, turns)) === 'ask') === (asked === 1));
  return {
    reward: rewardOf(tally, hurry),
    success: Number(tally.success),
    turns: tally.turns,
    wrong: tally.wrong,
    regret: Math.max(values.ask, values.recommend, values.abstain) - worthOfFirst(request, first, values),
    agreement: agrees(PATIENCE),
    'agreement@1': agrees(1),
    'agreement@2': agrees(2),
    'act-agreement': Number(actOf(first) === best),
    [openness === 'closed' ? 'asks@closed' : 'asks@open']: asked,
    ...((openness === 'open' || openness === 'wide') && reliability === 'unsure' && { 'asks@unsure': asked }),
    [best === 'ask' ? 'asks@pays' : 'asks@vain']: asked,
    abstains: Number(first.act === 'abstain'),
    [best === 'abstain' ? 'abstains@pays' : 'abstains@vain']: Number(first.act === 'abstain'),
    unclear: Number(actOf(first) === 'other'),
    ...(first.act === 'ask' && { 'right-question': Number(askable(state).includes(first.attribute)) }),
    ...(first.act === 'recommend' && {
      fits: Number(remaining(state).some((bag) => bagNumber(bag) === bagNumber(first.bag))),
    }),
  };
}

/** What figures that are no means need besides: the forecast as `know` keeps it, and the first act. */
export function requestDetail(first: ReplyMeaning, success: boolean, forecast: number | undefined): Json {
  return {
    outcome: success,
    stated: forecast === undefined ? [] : [inLevels(forecast)],
    chosen: 0,
    halves: 0,
    first: actOf(first),
  };
}
