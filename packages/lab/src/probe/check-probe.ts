/**
 * Checks that a probe keeps what `measureProbe` rests on: cases and playing depend on the seed alone, what is recorded is
 * what is returned, every figure is a number, and every agent meets the same dice.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { createRandom, type Random } from '@sente/engine';
import { type Finding, Findings, fingerprint } from '@sente/engine/testing';
import type { Agent } from '../agent/agent.ts';
import { mayPlay } from '../run/task.ts';
import { checkFigures } from './check-figures.ts';
import type { Played, PlayedRow, PlayedTurn } from './played.ts';
import type { Metric, PlayOptions, Probe, ProbeCase } from './probe.ts';

/** How thoroughly, and with what. */
export interface ProbeCheckOptions extends Omit<PlayOptions, 'seed'> {
  readonly seed?: number;
  /** Groups of cases to play; 4 by default. */
  readonly cases?: number;
  readonly data?: string;
  /** For agents and users that are models. */
  readonly model?: LanguageModelV4;
}

/** Plays every case twice with every agent that may play it: the probe's rules, and those given. */
export async function checkProbe<Case extends ProbeCase>(
  probe: Probe<Case>,
  agents: readonly Agent[],
  options: ProbeCheckOptions = {},
): Promise<readonly Finding[]> {
  const { seed = 1, cases: count = 4, data, model, ...settings } = options;
  const findings = new Findings();
  const wanted = { seed, cases: count, ...(data !== undefined && { data }) };
  const cases = await probe.cases(wanted);
  checkCases(cases, await probe.cases(wanted), findings);
  checkMetrics(probe.metrics, probe.radar.metric, findings);
  findings.expect('simple rules stand beside the agents', probe.rules.length > 0, () => 'there are none');
  const everybody = [...probe.rules, ...agents];
  const names = everybody.map(({ name }) => name);
  findings.expect('agents have names of their own', new Set(names).size === names.length, () => names.join(', '));
  const rows: PlayedRow[] = [];
  for (const found of cases) {
    for (const agent of everybody.filter((one) => mayPlay(probe as unknown as Probe, found, one))) {
      const play = () => playOnce(probe, found, agent, { seed, ...settings }, model);
      const before = fingerprint(found);
      const [once, again] = [await play(), await play()];
      const who = `${found.id} with ${agent.name}`;
      findings.expect('cases are left alone', fingerprint(found) === before, () => who);
      findings.expect('the same dice play the same', fingerprint(once.played) === fingerprint(again.played), () => who);
      findings.expect(
        'dice are split, never drawn from the play itself',
        once.draws === 0,
        () => `${who}: ${once.draws} draws`,
      );
      findings.expect(
        'turns are recorded as they are returned',
        fingerprint(once.recorded) === fingerprint(once.played.turns),
        () => who,
      );
      checkPlayed(once.played, who, findings);
      rows.push({
        ...once.played,
        case: found.id,
        agent: agent.name,
        repeat: 0,
        ...(found.cell && { cell: found.cell }),
      });
    }
  }
  checkFigures(probe, rows, findings);
  return findings.list();
}

function checkCases(cases: readonly ProbeCase[], again: readonly ProbeCase[], findings: Findings): void {
  findings.expect('there are cases', cases.length > 0, () => 'none');
  findings.expect('the same seed draws the same cases', fingerprint(cases) === fingerprint(again), () => 'they differ');
  const ids = cases.map(({ id }) => id);
  findings.expect('cases have ids of their own', new Set(ids).size === ids.length, () => `among ${ids.join(', ')}`);
  findings.expect('cases are JSON', isJson(cases), () => 'they do not come back from JSON as they were');
}

function checkMetrics(metrics: readonly Metric[], radar: string, findings: Findings): void {
  const names = metrics.map(({ name }) => name);
  findings.expect('metrics have names of their own', new Set(names).size === names.length, () => names.join(', '));
  const odd = names.find((name) => !/^[a-z][a-z0-9@./+_-]*$/.test(name));
  findings.expect('metric names are lower case, without blanks', odd === undefined, () => `“${odd}”`);
  findings.expect(
    'there is a headline metric',
    metrics.some(({ isHeadline }) => isHeadline),
    () => 'none',
  );
  findings.expect('the radar shows one of the metrics', names.includes(radar), () => `“${radar}” is none`);
}

/** One playing, with dice that tell when they are drawn from directly. */
async function playOnce<Case extends ProbeCase>(
  probe: Probe<Case>,
  found: Case,
  agent: Agent,
  settings: PlayOptions,
  model: LanguageModelV4 | undefined,
): Promise<{ played: Played; recorded: readonly PlayedTurn[]; draws: number }> {
  const recorded: PlayedTurn[] = [];
  const dice = createRandom(settings.seed).split(found.group ?? found.id);
  let draws = 0;
  const counted =
    <A extends readonly unknown[], R>(draw: (...args: A) => R) =>
    (...args: A): R => {
      draws++;
      return draw(...args);
    };
  const random: Random = {
    next: counted(dice.next),
    integer: counted(dice.integer),
    pick: counted(dice.pick) as Random['pick'],
    weighted: counted(dice.weighted),
    split: dice.split,
  };
  const played = await probe.play({
    ...settings,
    case: found,
    agent,
    repeat: 0,
    random,
    model: (role) => (role === 'assistant' && !agent.needsModel ? undefined : model),
    record: (turn) => {
      recorded.push(turn);
    },
  });
  return { played, recorded, draws };
}

function checkPlayed(played: Played, who: string, findings: Findings): void {
  const { figures, user = {}, loss } = played;
  const odd = Object.entries({ ...figures, ...user }).find(([, figure]) => !Number.isFinite(figure));
  findings.expect('figures are finite numbers', odd === undefined, () => `${who}: ${odd?.[0]} is ${odd?.[1]}`);
  findings.expect('losses are shares', loss >= 0 && loss <= 1, () => `${who}: ${loss}`);
  findings.expect('what was played is JSON', isJson(played), () => `${who}: does not come back from JSON as it was`);
}

function isJson(value: unknown): boolean {
  return fingerprint(JSON.parse(JSON.stringify(value))) === fingerprint(withoutAbsent(value));
}

/** JSON leaves out what is undefined; that is no difference. */
function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAbsent);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => (entry === undefined ? [] : [[key, withoutAbsent(entry)]])),
  );
}
