import { describe, expect, it } from 'vitest';
import { goldNumber, numericScorer } from './numeric.ts';

const { extract, score } = numericScorer;

describe('the numeric scorer', () => {
  it.each([
    ['She has 4 + 5 = 9 cups.\nAnswer: 9', '9'],
    ['The answer is **$1,250**.', '$1,250'],
    ['so \\boxed{42} it is', '42'],
    ['Work: 3 * 4 = 12\n#### 12', '12'],
    ['They need 4 days for the first half and 6 for the second, so the walk takes 10 days.', '10 days'.slice(0, 2)],
    ['17', '17'],
    ['He pays 30 euros in total. Would you like me to explain the steps?', '30'],
    ['How many are left? First 20 were sold. 8 are left.', '8'],
  ])('finds the answer of %j', (reply, answer) => {
    expect(extract(reply, null)).toBe(answer);
  });

  it.each([
    'How many cups does she have at the start?',
    'You said that there are 12 boats. How many people fit in one?',
    'If every boat holds 4 people, that is 48; if it holds 6, it is 72.',
    'I need to know the price of a ticket. So far 3 people are going.',
    '',
    'Happy to help!',
  ])('takes %j for no answer', (reply) => {
    expect(extract(reply, null)).toBeUndefined();
  });

  it.each([
    ['9', '… <<4+5=9>>9\n#### 9', 1],
    ['4000', '#### 4,000', 1],
    ['$16.00', 16, 1],
    ['50%', 50, 1],
    ['50%', 0.5, 1],
    ['0.33', 1 / 3, 1],
    ['0.3', 1 / 3, 0],
    ['1/3', 1 / 3, 1],
    ['16.01', 16, 0],
    ['ten', '10', 1],
    ['none', '10', 0],
  ])('%s against %s is %d', (answer, gold, expected) => {
    expect(score(answer, gold)).toBe(expected);
  });

  it('reads gold answers as GSM8K writes them', () => {
    expect(goldNumber('12 boats hold 48\n#### 48')).toBe(48);
    expect(goldNumber({})).toBeUndefined();
  });
});
