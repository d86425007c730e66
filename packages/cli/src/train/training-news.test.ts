import { makeCatalog } from '@sente/catalog';
import { madePolicy } from '@sente/pocket/testing';
import type { PolicyNews } from '@sente/server';
import { expect, it } from 'vitest';
import { trainingNews } from './training-news.ts';

const catalog = makeCatalog({ name: 'lamps\u001b[2J', noun: 'lamp', attributes: [], columns: [], names: ['a', 'b'] });
const begun: PolicyNews = { kind: 'begun', table: { catalog, source: 'file' } };
const kept: Extract<PolicyNews, { kind: 'kept' }> = {
  kind: 'kept',
  policy: madePolicy(),
  place: '/shop/a.json',
  decides: true,
  goesOn: true,
};
const stopped: PolicyNews = { kind: 'stopped', problem: null };
const done: PolicyNews = { kind: 'done', problem: null };
const progress = (share: number): PolicyNews => ({ kind: 'progress', share, iteration: 1, of: 2 });

/** What is written when these news come, a second apart. */
function written(news: readonly PolicyNews[], isTTY = false): string {
  let text = '';
  let now = 0;
  const tell = trainingNews({ err: { isTTY, write: (piece: string) => (text += piece) }, now: () => now });
  for (const one of news) {
    tell(one);
    now += 1000;
  }
  return text;
}

it('says when a training begins, has something and ends, and cleans what comes from a table', () => {
  expect(written([begun, progress(0.5), kept, kept, done]).split('\n')).toEqual([
    'Training a policy for lamps�[2J (2 lamps) in the background.',
    'A first policy decides in conversations that begin now; the training goes on.',
    'The policy is trained (4 seconds), and kept as /shop/a.json.',
    '',
  ]);
});

it('shows progress on terminals in a line that goes away', () => {
  const text = written([begun, progress(0.129), done], true);
  expect(text).toContain('\r\u001b[2K12% of the training (iteration 1 of 2)\r\u001b[2KThe policy is trained');
});

it('does not say that a policy decides where planning does, or where the old one did until now', () => {
  expect(written([begun, { ...kept, decides: false }])).not.toContain('decides');
  expect(written([begun, { ...kept, goesOn: false }, done])).not.toContain('goes on');
});

it('says why what was trained does not decide', () => {
  const news: PolicyNews[] = [
    begun,
    { ...kept, decides: false },
    { kind: 'done', problem: 'It is worse. Train anew.' },
  ];
  expect(written(news)).toContain('kept as /shop/a.json.\nIt is worse. Train anew.\n');
});

it('says what is left when it was stopped, and why it came to nothing', () => {
  expect(written([begun, stopped])).toContain('stopped after 1 second, before anything came of it.');
  expect(written([begun, kept, stopped])).toContain('after 2 seconds.\nThe best of it is kept as /shop/a.json.\n');
  expect(written([{ kind: 'failed', problem: 'There is nothing to learn.' }])).toBe('There is nothing to learn.\n');
});

it('says why what was learned could not be kept', () => {
  const { place: _, ...lost } = kept;
  const problem = 'It is lost when the server ends: EACCES.';
  const text = written([begun, lost, lost, { ...stopped, problem }]);
  expect(text.match(/A first policy/g)).toHaveLength(1);
  expect(text).toContain(`The training was stopped after 3 seconds.\n${problem}\n`);
  expect(written([begun, lost, { ...done, problem }])).toContain(`The policy is trained (2 seconds).\n${problem}\n`);
  expect(written([begun, lost, begun, stopped])).toContain('before anything came of it.\n');
});
