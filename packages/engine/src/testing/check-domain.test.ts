import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/random.ts';
import type { Domain } from '../value/domain.ts';
import { checkDomain } from './check-domain.ts';
import { doorsWorld } from './worlds/doors.ts';
import { type GuessAct, type GuessState, guessWorld, randomGuessRules } from './worlds/guess.ts';
import { offerWorld } from './worlds/offers.ts';

const world = guessWorld(randomGuessRules(createRandom(4), { items: 5, questions: 4, turns: 2 }));

type Game = Domain<GuessState, number, GuessAct>;
const failures = (domain: Game): string[] =>
  checkDomain({ domain, start: { ...world.start } })
    .filter((finding) => !finding.passed)
    .map((finding) => finding.check);

describe('the worlds shipped for testing', () => {
  it('keep every promise', () => {
    const doors = doorsWorld({ right: 10, wrong: -100, cost: 1, accuracy: 0.85, turns: 4 });
    const offers = offerWorld({
      prior: [3, 2, 1, 1],
      speaks: 0.3,
      tells: 0.8,
      leaves: 0.1,
      turn: 0.05,
      question: 0.02,
      intrusion: 0.05,
      turns: 4,
    });
    for (const findings of [
      checkDomain({ domain: world, start: world.start, key: world.key }),
      checkDomain({ domain: doors, start: doors.start, key: doors.key }),
      checkDomain({ domain: offers, start: offers.start }),
    ]) {
      expect(findings.filter((finding) => !finding.passed)).toEqual([]);
      expect(findings.length).toBeGreaterThan(10);
    }
  });
});

describe('a broken domain is found out', () => {
  const cases: [string, Game][] = [
    [
      'outcome probabilities are in (0, 1] and sum to 1',
      {
        ...world,
        outcomes: (state, act) => world.outcomes(state, act).map((o) => ({ ...o, probability: o.probability / 2 })),
      },
    ],
    [
      'intents are imagined by their weights',
      { ...world, imagine: (state, random) => random.integer(state.belief.length) },
    ],
    ['worth is the mean reward', { ...world, worth: (state) => world.worth(state) + 0.01 }],
    ['estimates are mean forecasts', { ...world, estimate: () => 0.5 }],
    [
      'replies come as often as outcomes say',
      { ...world, respond: (state, act, _, random) => world.respond(state, act, 0, random) },
    ],
    ['the forecast of an ended state is its worth', { ...world, forecast: () => 0.3 }],
    ['conversations end', { ...world, acts: (state) => world.acts({ ...state, answered: -1 }) }],
    [
      'acts have ids of their own',
      { ...world, acts: (state) => world.acts(state).map((act) => ({ ...act, id: 'act' })) },
    ],
    [
      'replies move the belief by Bayes',
      {
        ...world,
        intents: (state) =>
          world.intents(state).map(({ intent, weight }) => ({ intent, weight: state.asked > 0 ? 0.2 : weight })),
      },
    ],
  ];
  it.each(cases)('%s', (check, domain) => {
    expect(failures(domain)).toContain(check);
  });

  it('states are left alone', () => {
    const domain: Game = {
      ...world,
      respond: (state, act, intent, random) => {
        (state as { asked: number }).asked += 0.5;
        return world.respond({ ...state, asked: 2 }, act, intent, random);
      },
    };
    expect(failures(domain)).toContain('states are left alone');
  });

  it('the same seed gives the same reply', () => {
    let calls = 0;
    const domain: Game = {
      ...world,
      outcomes: undefined,
      respond: (state, act, intent, random) => world.respond(state, act, (intent + calls++) % 5, random),
    };
    expect(failures(domain)).toContain('the same seed gives the same reply');
  });
});
