/**
 * Says how a training in the background goes, on standard error: a server's standard output is for its addresses.
 * @module
 */
import type { PolicyNews } from '@sente/server';
import { plainText } from '../chat/plain-text.ts';
import type { MeasureOutside } from '../measure/outside.ts';
import { progressLine } from './progress-line.ts';

/** Makes the listener: a line when a training begins and when it ends; between them one that rewrites itself, on terminals. */
export function trainingNews({ err, now }: Pick<MeasureOutside, 'err' | 'now'>): (news: PolicyNews) => void {
  const line = progressLine({ err, now });
  const say = (text: string): void => {
    line.clear();
    err.write(`${text}\n`);
  };
  let began = 0;
  let place: string | undefined;
  let isThere = false;
  const seconds = (): string => {
    const whole = Math.round((now() - began) / 1000);
    return `${whole} ${whole === 1 ? 'second' : 'seconds'}`;
  };
  return (news) => {
    switch (news.kind) {
      case 'begun': {
        const { name, size, noun } = news.table.catalog;
        began = now();
        place = undefined;
        isThere = false;
        const items = `${size.toLocaleString('en')} ${size === 1 ? noun.one : noun.many}`;
        return say(plainText(`Training a policy for ${name} (${items}) in the background.`));
      }
      case 'progress': {
        const percent = Math.floor(100 * news.share);
        return line.say(`${percent}% of the training (iteration ${news.iteration} of ${news.of})`, true);
      }
      case 'kept':
        if (news.decides && news.goesOn && !isThere) {
          say('A first policy decides in conversations that begin now; the training goes on.');
        }
        place = news.place;
        isThere = true;
        return;
      case 'done':
        say(`The policy is trained (${seconds()})${place === undefined ? '.' : `, and kept as ${place}.`}`);
        return news.problem === null ? undefined : say(news.problem);
      case 'stopped':
        say(`The training was stopped after ${seconds()}${isThere ? '.' : ', before anything came of it.'}`);
        if (place !== undefined) say(`The best of it is kept as ${place}.`);
        return news.problem === null ? undefined : say(news.problem);
      case 'failed':
        return say(news.problem);
    }
  };
}
