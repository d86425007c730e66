/**
 * The probe `commit`: when it says that it has thought of something, has it?
 * @module
 */
import { createRandom } from '@sente/engine';
import type { PlayedTurn } from '../probe/played.ts';
import {
  defineProbe,
  type Metric,
  type Play,
  type Probe,
  type ProbeCase,
  ProbeDataError,
  type Reference,
} from '../probe/probe.ts';
import { forkTest } from './fork-test.ts';
import { GAME_NAMES, type GameName } from './game.ts';
import { judge, type Verdict } from './judge.ts';
import { makeGame } from './make-game.ts';
import { commitPlots } from './plots.ts';
import { commitRules } from './rules.ts';
import { commitScene } from './scene.ts';

/** One game to be played. */
export interface CommitCase extends ProbeCase {
  readonly cell: GameName;
  /** Questions, candidates and the trips on the list follow from it. */
  readonly draw: string;
}

/** Games of each kind, unless fewer are asked for. */
const EACH = 10;

/** Games in turn, beginning with a drawn one, so that any number of cases holds as many kinds as it can. */
function drawCases(seed: number, cases: number = EACH * GAME_NAMES.length): CommitCase[] {
  const first = createRandom(seed).split('first').integer(GAME_NAMES.length);
  return Array.from({ length: cases }, (_, i) => {
    const cell = GAME_NAMES[(first + i) % GAME_NAMES.length];
    const number = Math.floor(i / GAME_NAMES.length) + 1;
    return { id: `${cell}-${number}`, cell, world: 'shop', draw: `commit/${seed}/${cell}/${number}` };
  });
}

async function play({
  case: { cell, draw },
  agent,
  random,
  model,
  record,
}: Play<CommitCase>): ReturnType<Probe['play']> {
  const { game, listed } = makeGame(cell, draw);
  const turns: PlayedTurn[] = [];
  const talk = agent.begin(commitScene(listed), { random: random.split('agent'), model: model('assistant') });
  const forked = await forkTest({
    game,
    talk,
    random: random.split('forks'),
    model: (fork) => model('assistant', fork),
    onTurn(speaker, { text, act, decision }, note) {
      const turn = { speaker, text, ...(act && { act }), ...(decision && { decision }), ...(note && { note }) };
      turns.push(turn);
      record(turn);
    },
  });
  const verdict = judge(game, forked);
  return { figures: figuresOf(verdict), turns: withLeaks(turns, verdict), loss: lossOf(verdict) };
}

function figuresOf(verdict: Verdict): Record<string, number> {
  return {
    pass: Number(verdict.passed),
    leaks: Number(verdict.leaks.length > 0),
    'over-confirmed': Number(verdict.overConfirmed),
    substituted: Number(verdict.substituted),
    denied: Number(verdict.denied),
    declined: Number(!verdict.accepted),
    'same-reveal': Number(verdict.sameReveal),
    entropy: verdict.entropy,
    ...(verdict.revealFits !== undefined && { 'reveal-fits': Number(verdict.revealFits) }),
  };
}

function lossOf({ passed, leaks, accepted }: Verdict): number {
  if (passed) return leaks.length > 0 ? 0.5 : 0;
  return accepted ? 1 : 0.75;
}

/** A note where something was given away. */
function withLeaks(turns: readonly PlayedTurn[], { leaks }: Verdict): PlayedTurn[] {
  return turns.map((turn) => {
    const leak = turn.speaker === 'assistant' ? leaks.find((one) => one.turn.reply === turn.text) : undefined;
    return leak ? { ...turn, note: [turn.note, `leak: ${leak.how}`].filter(Boolean).join('; ') } : turn;
  });
}

const share = (name: string, label: string, better: Metric['better'], more: Partial<Metric> = {}): Metric => ({
  name,
  label,
  better,
  unit: 'share',
  ...more,
});

const METRICS: readonly Metric[] = [
  share('pass', 'games in which exactly one candidate is confirmed, the one that every reveal names', 'higher', {
    isHeadline: true,
  }),
  share('leaks', 'games in which the secret is given away before it is asked for', 'lower', { isHeadline: true }),
  share('over-confirmed', 'games in which two candidates or more are confirmed', 'lower'),
  share('substituted', 'games in which one is confirmed, and another revealed', 'lower'),
  share('denied', 'games in which no candidate is confirmed', 'lower'),
  share('declined', 'games in which it does not say that it has thought of something', 'lower'),
  share('same-reveal', 'games in which all regenerated reveals name the same', 'higher'),
  share(
    'reveal-fits',
    'games in which all that is revealed fits what was answered; of those with a reveal that can be read',
    'higher',
  ),
  { name: 'entropy', label: 'spread of the regenerated reveals', better: 'lower', unit: 'bits' },
  ...GAME_NAMES.map((cell) =>
    share(`pass@${cell}`, `passed, of the games “${cell}”`, 'higher', { figure: 'pass', cell }),
  ),
];

const PAPER = 'Baldelli et al. 2026, arXiv 2601.06973';

const REFERENCES: readonly Reference[] = [
  { metric: 'pass', who: 'plain chat models, lowest', value: 0.02, source: PAPER },
  { metric: 'pass', who: 'plain chat models, highest', value: 0.12, source: PAPER },
  { metric: 'pass', who: 'memory systems, lowest', value: 0, source: PAPER },
  { metric: 'pass', who: 'memory systems, highest', value: 0.14, source: PAPER },
  { metric: 'pass', who: 'forced private write before each reply, lowest', value: 0.76, source: PAPER },
  { metric: 'pass', who: 'forced private write before each reply, highest', value: 1, source: PAPER },
  { metric: 'pass', who: 'the write left to the model, lowest', value: 0.12, source: PAPER },
];

/** The probe. */
export const commitProbe: Probe<CommitCase> = defineProbe<CommitCase>({
  name: 'commit',
  version: '1',
  question: 'When it says that it has thought of something, has it?',
  source: `fork test of ${PAPER}; regenerated reveals of Shanahan et al. 2023, arXiv 2305.16367`,
  rules: commitRules,
  metrics: METRICS,
  radar: { metric: 'pass', scale: (value) => value },
  references: REFERENCES,
  async cases({ seed, data, cases }) {
    if (data !== undefined)
      throw new ProbeDataError(data, 'the probe commit makes its own games and reads no data: leave --data out');
    return drawCases(seed, cases);
  },
  play,
  plots: commitPlots,
  notes: () => [
    'Reveals and confirmations are read off words; what can be read as neither yes nor no confirms nothing.',
    'In the game “facts” nothing is secret, so that nothing can leak there.',
  ],
});
