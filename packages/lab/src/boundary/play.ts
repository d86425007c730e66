/**
 * Plays one case with any agent: the words that an agent sees are those that the state machine shows.
 * @module
 */
import type { Random } from '@sente/engine';
import { ATTRIBUTES } from '@sente/pocket';
import type { Agent, AgentTurn, Scene, Talk } from '../agent/agent.ts';
import type { Played, PlayedRow } from '../probe/played.ts';
import type { Play } from '../probe/probe.ts';
import { beginBoundary } from './boundary-talk.ts';
import type { BoundaryCase } from './cases.ts';
import { type BoundaryRule, boundaryRule } from './rules.ts';

const list = (values: readonly string[]): string => values.join(', ');

/** What an assistant is told of its shop; nothing of when to ask. */
const BAG_SHOP: Scene = {
  instructions: `You serve in a shop that sells bags. There is one bag of each kind, by size (${list(ATTRIBUTES.size)}), colour (${list(ATTRIBUTES.colour)}) and material (${list(ATTRIBUTES.material)}). Each customer has one bag in mind. Reply in one short sentence. To recommend a bag, name its size, colour and material: “how about the small red leather bag ?” A question is put about one of them, by its name: “which colour ?” If you cannot serve the customer, say “i do not know”.`,
};

const QUESTION = (opening: string): string =>
  `A customer comes in and says: “${opening}” Will you recommend the very bag that this customer has in mind before the customer leaves?`;

/** Plays it. */
export async function playBoundaryCase(play: Play<BoundaryCase>): Promise<Played> {
  const { case: probeCase, agent, random, record } = play;
  const dice = random.split('user');
  const rule = boundaryRule(agent.name);
  if (rule) {
    const played = playRule(rule, probeCase, dice, random.split('agent'));
    for (const turn of played.turns) record(turn);
    return played;
  }
  const talk = beginBoundary(probeCase, dice);
  let begun = 0;
  const begin = (): Talk =>
    agent.begin(BAG_SHOP, { random: random.split(`agent ${begun++}`), model: play.model('assistant') });
  let speaker: Talk | undefined;
  for (let next = talk.next(); next; next = talk.next()) {
    const { turns, wants } = next;
    const { text } = turns.at(-1)!;
    if (wants === 'forecast') {
      speaker = begin();
      talk.forecast(await speaker.forecast?.({ id: 'served', question: QUESTION(text) }));
      continue;
    }
    if (!speaker || (turns.length === 1 && begun > 0 && probeCase.kind === 'pieces')) speaker = begin();
    const { text: reply, ...shown }: AgentTurn = await speaker.say(text);
    talk.heard(reply, shown);
  }
  const played = talk.finish();
  for (const turn of played.turns) record(turn);
  return played;
}

/** Plays a case with a rule, at once. */
function playRule(rule: BoundaryRule, probeCase: BoundaryCase, user: Random, agent: Random): Played {
  const talk = beginBoundary(probeCase, user);
  let turn = 0;
  for (let next = talk.next(); next; next = talk.next()) {
    if (next.wants === 'forecast') talk.forecast(undefined);
    else talk.heard(rule(talk.state(), agent.split(turn++)));
  }
  return talk.finish();
}

/** The row of one of the probe's rules on a case; users have the dice of the case. Throws RangeError where it is no rule. */
export function playBoundaryRule(probeCase: BoundaryCase, { name }: Pick<Agent, 'name'>, random: Random): PlayedRow {
  const rule = boundaryRule(name);
  if (!rule) throw new RangeError(`there is no rule '${name}' in boundary`);
  const dice = random.split(probeCase.id);
  const played = playRule(rule, probeCase, dice.split('user'), dice.split(name));
  const { id, cell } = probeCase;
  return { ...played, turns: [], case: id, agent: name, repeat: 0, ...(cell && { cell }) };
}

/** Rows of a rule on many cases. */
export function boundaryRuleRows(name: string, cases: readonly BoundaryCase[], random: Random): PlayedRow[] {
  return cases.map((probeCase) => playBoundaryRule(probeCase, { name }, random));
}
