/**
 * A request of a stranger's: a forecast at the opening, then the conversation to its end.
 * @module
 */
import type { Random } from '@sente/engine';
import { bagName, type ReplyMeaning, rewardOf } from '@sente/pocket';
import type { PlayedTurn } from '../probe/played.ts';
import type { BoundaryTalk } from './boundary-talk.ts';
import type { RequestCase } from './cases.ts';
import { measureStranger } from './measure-stranger.ts';
import { requestDetail, requestFigures } from './request-figures.ts';
import { beginStranger } from './stranger.ts';

/** Begins it. */
export function beginRequest(request: RequestCase, random: Random): BoundaryTalk {
  const stranger = beginStranger(request, random);
  const turns: PlayedTurn[] = [{ speaker: 'user', text: stranger.opening }];
  let forecast: { readonly probability: number | undefined } | undefined;
  const spoken = () => turns.map(({ speaker, text }) => ({ speaker: speaker as 'user' | 'assistant', text }));

  return {
    next() {
      if (stranger.isOver()) return undefined;
      return { turns: spoken(), wants: forecast ? 'reply' : 'forecast' };
    },
    forecast(probability) {
      if (forecast) throw new Error('The forecast was given before.');
      if (probability !== undefined && !(probability >= 0 && probability <= 1)) {
        throw new RangeError(`a forecast must be from 0 to 1, not ${probability}`);
      }
      forecast = { probability };
    },
    heard(reply, shown = {}) {
      if (!forecast) throw new Error('A forecast is wanted before the first reply.');
      const said = stranger.hear(reply);
      const meaning = stranger.heard.at(-1)!;
      const isFirst = stranger.heard.length === 1;
      const note = `${noteOn(meaning)}${isFirst ? `; best: ${request.best}` : ''}`;
      turns.push({ speaker: 'assistant', text: reply, ...shown, note });
      if (said !== undefined) turns.push({ speaker: 'user', text: said });
    },
    finish() {
      if (stranger.heard.length === 0) throw new Error('Nothing was replied: there is nothing to count.');
      const tally = stranger.tally();
      const reward = rewardOf(tally, request.situation.hurry);
      return {
        figures: requestFigures(request, stranger.heard, tally),
        user: measureStranger(request, turns, tally),
        detail: requestDetail(stranger.heard[0], tally.success, forecast?.probability),
        turns: [...turns],
        loss: Math.min(1, Math.max(0, (1 - reward) / 2)),
      };
    },
    state: stranger.state,
  };
}

/** "asks about colour", "recommends the small red wool bag" */
export function noteOn(meaning: ReplyMeaning): string {
  switch (meaning.act) {
    case 'ask':
      return `asks about ${meaning.attribute}`;
    case 'recommend':
      return `recommends the ${bagName(meaning.bag)}`;
    case 'abstain':
      return 'hands over';
    case 'answer':
      return 'tells a price';
    case 'unclear':
      return 'says nothing that can be read';
  }
}
