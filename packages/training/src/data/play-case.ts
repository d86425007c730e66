/**
 * Plays one conversation: at each turn draws candidates, scores each by the conversation that it leads to, and goes on with
 * the best.
 * @module
 */
import type { Play, Played, PlayedTurn } from '@sente/lab';
import { RewardError, type RewardErrorCode } from '../reward-model/reward-error.ts';
import { beginBag } from './bag-talk.ts';
import { createCallCount } from './count-calls.ts';
import type { DataCase } from './data-case.ts';
import { drawCandidates } from './draw-candidates.ts';
import { type Candidate, type DataDetail, promptOf, type Step } from './step.ts';
import type { DataTalk } from './talk.ts';
import { beginTold } from './told-talk.ts';

/** Failures that are this candidate's own: another one may well be scored. All others stop the run, which can be resumed. */
const OWN: ReadonlySet<RewardErrorCode> = new Set(['model-refused', 'bad-reply', 'bad-item', 'truncated']);

/** Plays it. Rejects with what stops a run: BudgetReachedError, a model that cannot be reached. */
export async function playCase(play: Play<DataCase>): Promise<Played> {
  const { case: one, random } = play;
  const { count, used } = createCallCount();
  // `playTask` has made sure that there is a model.
  const model = count(play.model('assistant')!);
  const talk = beginTalk(play, count);
  const steps: Step[] = [];
  const turns: PlayedTurn[] = [];
  const say = (turn: PlayedTurn): void => {
    turns.push(turn);
    play.record(turn);
  };
  let said: string | undefined = await talk.open();
  for (let at = 0; said !== undefined && at < one.settings.turns; at++) {
    say({ speaker: 'user', text: said });
    const prompt = promptOf({ ...talk, steps: [...steps, { said, candidates: [] }] }, at);
    const drawn = await drawCandidates(model, prompt, one.settings, random.split('candidates').split(at));
    const candidates = await Promise.all(drawn.map((candidate) => scored(talk, prompt, candidate)));
    const best = bestOf(candidates);
    steps.push({ said, candidates, ...(best !== undefined && { best }) });
    if (best === undefined) break;
    say({ speaker: 'assistant', text: candidates[best].text, note: noteOn(candidates, best) });
    // What the user says to the last reply would stand in no record.
    said = at + 1 < one.settings.turns ? await talk.hear(candidates[best].text) : undefined;
  }
  const { instructions } = talk;
  const detail: DataDetail = { ...(instructions !== undefined && { instructions }), steps, used: used() };
  const figures = figuresOf(steps);
  return { figures, detail: detail as never, turns, loss: Math.min(1, Math.max(0, (1 - (figures.reward ?? -1)) / 2)) };
}

function beginTalk(play: Play<DataCase>, count: ReturnType<typeof createCallCount>['count']): DataTalk {
  const { case: one, random } = play;
  const assistant = count(play.model('assistant', 'score')!);
  if (one.kind === 'bag') return beginBag(one, assistant, random.split('bag'));
  const user = play.model('user', 'user') ?? play.model('assistant', 'user')!;
  const judge = play.model('judge', 'judge') ?? play.model('user', 'judge') ?? play.model('assistant', 'judge')!;
  return beginTold(one, { assistant, user: count(user), judge: count(judge) }, random.split('told'));
}

async function scored(talk: DataTalk, prompt: ReturnType<typeof promptOf>, candidate: Candidate): Promise<Candidate> {
  if (candidate.dropped !== undefined) return candidate;
  try {
    const { reward, clipped } = await talk.score(prompt, candidate.text);
    // Sums in another order differ in the last digits only.
    return { ...candidate, reward: Math.round(reward * 1e6) / 1e6, ...(clipped && { clipped }) };
  } catch (error) {
    if (!(error instanceof RewardError)) throw error;
    if (OWN.has(error.code)) return { ...candidate, dropped: 'unscorable' };
    throw error.cause ?? error;
  }
}

/** The first of those with the highest reward. */
function bestOf(candidates: readonly Candidate[]): number | undefined {
  let best: number | undefined;
  for (const [at, { reward }] of candidates.entries()) {
    if (reward !== undefined && (best === undefined || reward > candidates[best].reward!)) best = at;
  }
  return best;
}

function noteOn(candidates: readonly Candidate[], best: number): string {
  const others = candidates.filter(({ reward }, at) => at !== best && reward !== undefined);
  return `reward ${candidates[best].reward!.toFixed(3)}; others: ${others.map(({ reward }) => reward!.toFixed(3)).join(', ') || 'none'}`;
}

/** Means over the conversation's turns. */
function figuresOf(steps: readonly Step[]): Record<string, number> {
  const rewards = steps.map(({ candidates }) => candidates.flatMap(({ reward }) => reward ?? []));
  const some = rewards.filter((list) => list.length > 0);
  if (some.length === 0) return {};
  const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
  const best = some.map((list) => Math.max(...list));
  return {
    reward: mean(best),
    gain: mean(some.map((list, at) => best[at] - mean(list))),
    asks: mean(
      steps.flatMap(({ candidates, best: at }) =>
        at === undefined ? [] : [Number(/\?\s*$/.test(candidates[at].text))],
      ),
    ),
  };
}
