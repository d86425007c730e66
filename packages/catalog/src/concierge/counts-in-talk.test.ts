import { expect, test } from 'vitest';
import { catalogFromRows } from '../table/rows.ts';
import { createConcierge } from './concierge.ts';

const rows = Array.from({ length: 24 }, (_, i) => ({
  name: `Bike ${i}`,
  gears: 1 + (i % 12),
  colour: ['red', 'blue'][i % 2],
}));
const talk = () => createConcierge(catalogFromRows(rows, { noun: 'bike' }), { seed: 1 });

test('tells how many an item has of what a column counts', () => {
  const concierge = talk();
  concierge.say('3 gears');
  expect(concierge.say('how many gears has the first one?').text).toContain('has 3 gears.');
  expect(concierge.say('has the first one 3 gears?').text).toContain('has 3 gears');
});

test('hears the words in which it offers to give up such a wish', () => {
  for (const words of ['any number of gears', 'with any number of gears']) {
    const concierge = talk();
    expect(concierge.say('3 gears').mind.wishes).toHaveLength(1);
    expect(concierge.say(words).mind.wishes).toEqual([]);
  }
});
