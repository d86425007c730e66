/**
 * A measurement as an assertion, for a test beside an assistant's own code:
 * `await expect(assistant).toTakeInitiative({ probes: ['ask'], failIf: ['ask.assistant.over-asking > 0.1'] })`.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Agent } from '../agent/agent.ts';
import { type Answering, functionAgent, ownModelAgent } from '../agent/own-agent.ts';
import { barHolds, findFigure, parseBar } from '../run/fail-if.ts';
import { playHere } from '../run/here.ts';
import { measureProbe } from '../run/measure-probe.ts';
import type { ProbeResult } from '../run/probe-result.ts';
import { findProbe } from '../run/registry.ts';
import { renderResult } from '../run/table.ts';

/** An assistant: a function from messages to words, a model of the AI SDK, or an agent. */
export type Assistant = Answering | LanguageModelV4 | Agent;

/** What is asked of it. */
export interface InitiativeExpectation {
  /** `ask` unless given. */
  readonly probes?: readonly string[];
  /** Bars that must not hold; the assistant is called `assistant` in them. Sensible ones for `ask` unless given. */
  readonly failIf?: readonly string[];
  /** Cases of each probe; 20 unless given. */
  readonly cases?: number;
  readonly repeats?: number;
  /** 1 unless given. */
  readonly seed?: number;
  /** Conversations under way at once; 8 unless given. */
  readonly atOnce?: number;
}

/** What an assertion comes to. */
export interface Verdict {
  readonly pass: boolean;
  readonly message: () => string;
}

/** Asks when a request is open, and does not when it is closed. */
const BARS: readonly string[] = ['ask.assistant.asked-open < 0.5', 'ask.assistant.over-asking > 0.2'];

/** Measures and judges. Rejects with BarSyntaxError or MissingFigureError where a bar cannot be read or found. */
export async function takesInitiative(assistant: Assistant, expected: InitiativeExpectation = {}): Promise<Verdict> {
  const { probes = ['ask'], failIf = BARS, cases = 20, repeats, seed = 1, atOnce = 8 } = expected;
  const bars = failIf.map(parseBar);
  const agent = asAgent(assistant);
  const results: ProbeResult[] = [];
  for (const name of probes) {
    const probe = findProbe(name);
    const execute = playHere({ atOnce });
    results.push(await measureProbe(probe, { agents: [agent], rules: [], cases, repeats, seed, execute }));
  }
  const held = bars.filter((bar) => barHolds(bar, results));
  const found = held.map((bar) => `  ${bar.text}   (it is ${findFigure(results, bar.path).toPrecision(3)})`);
  return {
    pass: held.length === 0,
    message: () =>
      held.length === 0
        ? `expected the assistant not to take the initiative, but none of these holds: ${failIf.join('; ')}`
        : `expected the assistant to take the initiative, but:\n${found.join('\n')}\n\n${results.map((result) => renderResult(result)).join('\n')}`,
  };
}

function asAgent(assistant: Assistant): Agent {
  if (typeof assistant === 'function') return functionAgent('assistant', assistant);
  if ('begin' in assistant) return { ...assistant, name: 'assistant', begin: assistant.begin.bind(assistant) };
  return ownModelAgent('assistant', assistant);
}
