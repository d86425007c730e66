import type { ShownGround } from '@sente/catalog';
import { expect, it } from 'vitest';
import { showEvidence } from './show-evidence.ts';

const ground = (kind: ShownGround['kind'], label: string, onLead: number): ShownGround => ({
  id: label,
  kind,
  label,
  onAct: onLead,
  onRival: 0,
  onLead,
});
const shown = (grounds: readonly ShownGround[]): string =>
  showEvidence(
    { act: { id: 'a', label: 'ask for the colour' }, rival: { id: 'b', label: 'recommend 3' }, lead: 0.1, grounds },
    (style, text) => `<${style}>${text}`,
  );

it('shows the strongest three of each kind of ground, strongest first', () => {
  const items = [0.9, -0.8, 0.7, 0.6, 0.5].map((onLead, n) => ground('item', `item ${n}`, onLead));
  const text = shown([...items, ground('question', 'size', -0.04), ground('wish', 'You said: red', 0.0123)]);
  expect(text.split('\n')).toEqual([
    '<bold>What moved it, towards “ask for the colour” (+) or “recommend 3” (−)',
    '  +0.900  item 0',
    '  −0.800  item 1',
    '  +0.700  item 2',
    '  −0.040  size',
    '  +0.012  You said: red',
    '',
  ]);
});

it('leaves out the questions that the act and its rival themselves are', () => {
  const question = (id: string, onLead: number): ShownGround => ({ ...ground('question', id, onLead), id });
  const text = showEvidence(
    {
      act: { id: 'ask:1', label: 'ask for the price' },
      rival: { id: 'ask:12', label: 'ask for the size' },
      lead: 0.1,
      grounds: [question('question:1', 0.9), question('question:12', -0.8), question('question:2', 0.1)],
    },
    (_style, text) => text,
  );
  expect(text.split('\n').slice(1)).toEqual(['  +0.100  question:2', '']);
});

it('says so when nothing moved it by itself', () => {
  expect(shown([ground('wish', 'You said: red', 0.0004)])).toContain('\n  no one thing');
});
