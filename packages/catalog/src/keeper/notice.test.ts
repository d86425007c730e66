import { expect, it } from 'vitest';
import { builtinCatalog } from '../data/builtin.ts';
import { noticeEvents } from './notice.ts';
import { createShopkeeper } from './shopkeeper.ts';

const EVENTS = [
  'The visitor opens the front page.',
  '9 s later: No trips are left.',
  '5 s later: The visitor looks for “lakes”.',
  '4 s later: No trips are left.',
];

it('speaks at trouble that comes again, and says what it points to', () => {
  const said = EVENTS.map((_, n) => noticeEvents(EVENTS.slice(0, n + 1), 2).text);
  expect(said.slice(0, 3)).toEqual(['', '', '']);
  expect(said[3]).toContain('again');
  const { decision } = noticeEvents(EVENTS, 2);
  expect(decision.candidates.map(({ kind }) => kind)).toEqual(['offer', 'wait']);
  expect(decision.candidates[0].value).toBeGreaterThan(0);
  expect(decision.why).toMatch(/welcome with a chance of \d+%/);
});

it('says nothing at silence, at nothing, and when it is passive', () => {
  expect(noticeEvents([...EVENTS, ''], 2).text).toBe('');
  expect(noticeEvents([], 2).text).toBe('');
  expect(noticeEvents(EVENTS, 0).text).toBe('');
});

it('is how a shopkeeper notices: silence changes nothing, and a fork has seen what was seen', () => {
  const keeper = createShopkeeper(builtinCatalog());
  for (const event of EVENTS.slice(0, 3)) expect(keeper.notice(event)).toMatchObject({ text: '', act: 'wait' });
  expect(keeper.notice('').text).toBe('');
  const fork = keeper.fork(2);
  expect(keeper.notice(EVENTS[3])).toMatchObject({ act: 'offer' });
  expect(fork.notice(EVENTS[3]).text).toContain('again');
});
