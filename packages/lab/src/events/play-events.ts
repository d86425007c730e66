/**
 * Plays one trace: the agent is told event by event, and says something or nothing. What was accepted in the recording,
 * and what would have been, it never learns.
 * @module
 */
import type { Scene } from '../agent/agent.ts';
import type { Played, PlayedTurn } from '../probe/played.ts';
import type { Play } from '../probe/probe.ts';
import { hikingShop } from '../shop/shop.ts';
import { watcherAgent, watcherTalk } from './event-agents.ts';
import type { EventCase } from './event-cases.ts';
import { countEvents, scoreEvents } from './event-scores.ts';
import { eventWords } from './event-trace.ts';

const WATCHING =
  'You watch what a person does at a computer, and are told of it event by event. After each event you may say one short sentence to the person, proposing something that you could do for them, or say nothing.';

/** Plays it. `figures`: counts of events by what was done and what was right, and the trace's own accuracy. */
export async function playEvents(play: Play<EventCase>): Promise<Played> {
  const { agent, random } = play;
  const { trace, world, watcher } = play.case;
  const scene: Scene = { instructions: WATCHING, ...(world === 'shop' && { shop: hikingShop() }) };
  const talk =
    agent === watcherAgent && watcher
      ? watcherTalk(watcher)
      : agent.begin(scene, { random: random.split('agent'), model: play.model('assistant') });
  const turns: PlayedTurn[] = [];
  const note = (turn: PlayedTurn): void => {
    turns.push(turn);
    play.record(turn);
  };
  const speaks: boolean[] = [];
  for (const [position, event] of trace.events.entries()) {
    const words = eventWords(event, position);
    note({ speaker: 'event', text: words });
    const { text, act, decision } = (await talk.notice?.(words)) ?? { text: '' };
    const spoke = text.trim() !== '';
    speaks.push(spoke);
    note({
      speaker: 'assistant',
      text,
      ...(act && { act }),
      ...(decision && { decision }),
      note: verdict(spoke, event.isWelcome),
    });
  }
  const counts = countEvents(
    speaks,
    trace.events.map(({ isWelcome }) => isWelcome),
  );
  const { accuracy } = scoreEvents(counts);
  return { figures: { ...counts, accuracy }, turns, loss: 1 - accuracy };
}

function verdict(spoke: boolean, isWelcome: boolean): string {
  if (spoke) return isWelcome ? 'welcome' : 'false alarm: nobody wanted it';
  return isWelcome ? 'missed: help was wanted' : 'silence, rightly';
}
