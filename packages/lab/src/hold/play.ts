/**
 * Plays one conversation of `hold`.
 *
 * It ends when an answer is right, or when everything has been said and an answer was given (in `recap`: to the turn that
 * says everything again), or at the cap of turns. The score is that of the last answer, 0 when there was none.
 *
 * Source: Laban et al. 2025, arXiv 2505.06120, sections 3 and 4. One departure: when everything has been said and the
 * assistant asks instead of answering, the user says so and the conversation goes on, where the paper ends it.
 * @module
 */
import { estimateTokens } from '@sente/language';
import type { Played, PlayedTurn } from '../probe/played.ts';
import type { Play } from '../probe/probe.ts';
import type { HoldCase } from './case.ts';
import { judgeReply } from './reply/judged.ts';
import { type ReplyRead, readReply } from './reply/kind.ts';
import type { Scorer } from './score/scorer.ts';
import { setUp } from './table.ts';
import { type Answer, tally } from './tally.ts';
import { ConductMeter, toldShards } from './user/meter.ts';
import { modelUser } from './user/model-user.ts';
import { concatMessage, recapMessage, snowballMessage } from './user/settings.ts';
import { scriptedUser } from './user/shard-user.ts';

/** Turns of the assistant beyond one a piece, unless the person sets a cap. */
const SPARE_TURNS = 6;

/** Plays a case. */
export async function playHold(play: Play<HoldCase>, scorers: Readonly<Record<string, Scorer>>): Promise<Played> {
  const { case: holdCase, agent, random } = play;
  const table = setUp(holdCase, scorers, random.split('user'));
  const { script, scorer, gold, scene } = table;
  const setting = holdCase.cell;
  const talk = agent.begin(scene, { random: random.split('agent'), ...modelOf(play) });
  const userModel = play.model('user');
  const judge = play.model('judge');
  const user = userModel === undefined ? scriptedUser(script) : modelUser(script, userModel);
  const texts = script.shards.map(({ text, core = text }) => core);
  const meter = new ConductMeter(texts, [
    script.full,
    ...script.shards.flatMap(({ short }) => short ?? []),
    ...script.standing(texts.map((_, place) => place)),
  ]);
  const cap = play.turns ?? script.shards.length + SPARE_TURNS;

  const turns: PlayedTurn[] = [];
  const record = (turn: PlayedTurn): void => {
    turns.push(turn);
    play.record(turn);
  };
  const history: string[] = [];
  const answers: Answer[] = [];
  const curve: number[] = [];
  let said: readonly number[] = [];
  let tokens = 0;
  let isOver = false;

  /** What the user says next, and what is out by then. */
  async function userTurn(): Promise<string> {
    if (setting === 'full' || setting === 'concat') {
      said = texts.map((_, place) => place);
      if (history.length > 0) return script.prompt();
      return setting === 'full' ? script.full : concatMessage(script);
    }
    const before = said;
    // A piece can be told without being named: by a model that says more than it means to.
    const { text, shard } = await user.next(before, history);
    meter.says({ text, ...(shard === undefined ? {} : { shard }) }, before);
    const told = userModel === undefined ? [] : toldShards(text, texts, before);
    said = [...new Set([...before, ...(shard === undefined ? [] : [shard]), ...told])];
    return setting === 'snowball' && shard !== undefined ? snowballMessage(script, before, shard, text) : text;
  }

  async function exchange(text: string): Promise<void> {
    record({ speaker: 'user', text });
    const turn = await talk.say(text);
    meter.hears(turn.text);
    history.push(text, turn.text);
    tokens += estimateTokens(turn.text);
    const read = await readAnswer(turn.text);
    let note = `${read.kind}; ${said.length} of ${texts.length} pieces are out`;
    if (read.answer !== undefined) {
      const score = await scorer.score(read.answer, gold);
      const reproach = table.reproach(read.answer, said);
      answers.push({ score, reproach, turn: history.length / 2, tokens: estimateTokens(turn.text) });
      note = [
        `answer ${answers.length}, ${score === 1 ? 'right' : score === 0 ? 'wrong' : `scores ${score.toFixed(2)}`}`,
        `${said.length} of ${texts.length} pieces are out`,
        ...(reproach.isPremature ? ['too early'] : []),
        ...reproach.words,
      ].join('; ');
      if (score === 1) isOver = true;
    }
    curve[said.length - 1] = answers.at(-1)?.score ?? 0;
    record({
      speaker: 'assistant',
      text: turn.text,
      ...(turn.act && { act: turn.act }),
      ...(turn.decision && { decision: turn.decision }),
      note,
    });
    if (read.answer !== undefined && said.length === texts.length) isOver = true;
  }

  function readAnswer(reply: string): ReplyRead | Promise<ReplyRead> {
    if (judge === undefined || scorer.answersAlways) return readReply(reply, scorer, gold);
    return judgeReply(reply, script.full, scorer, gold, judge);
  }

  for (let turn = 0; turn < cap && !isOver; turn++) await exchange(await userTurn());
  if (setting === 'recap' && answers.at(-1)?.score !== 1) {
    said = texts.map((_, place) => place);
    await exchange(recapMessage(script));
  }

  const answersAlways = scorer.answersAlways ?? false;
  return {
    ...tally({
      answers,
      turns: history.length / 2,
      tokens,
      curve,
      pieces: texts.length,
      answersAlways,
      changes: table.changes,
    }),
    ...(setting === 'full' || setting === 'concat' ? {} : { user: { ...meter.conduct(false) } }),
    turns,
  };
}

function modelOf(play: Play<HoldCase>): { model?: ReturnType<Play<HoldCase>['model']> } {
  const model = play.model('assistant');
  return model === undefined ? {} : { model };
}
