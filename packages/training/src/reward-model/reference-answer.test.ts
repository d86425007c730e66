import { describe, expect, it } from 'vitest';
import { givesAnswer } from './reference-answer.ts';

describe('a reference answer', () => {
  it.each([
    ['The answer is 42.', '42'],
    ['6 × 7 = 42', '42'],
    ['so \\boxed{1,250}', '1250'],
    ['#### 7', 'Half of it makes #### 7'],
    ['Paris', 'Paris'],
    ['It is big.\nAnswer: the Eiffel Tower.', 'Eiffel tower'],
    ['**Rio de Janeiro.**', 'Rio de Janeiro'],
    ['Let me see.\nversion 2.10', 'version 2.10'],
    ['<answer>Blue Nile</answer>', 'blue nile'],
    ['The answer is Paris. It lies on the Seine.', 'paris'],
  ])('is given by %j for %j', (reply, answer) => {
    expect(givesAnswer(reply, answer)).toBe(true);
  });

  it.each([
    ['Is it 42?', '42'],
    ['If there are six, 42; otherwise 36. How many are there?', '42'],
    ['The answer is 41.', '42'],
    ['It may be Paris, Rome or Berlin.', 'Paris'],
    ['Do you mean Paris?', 'Paris'],
    ['version 2.1', 'version 2.10'],
    ['', 'Paris'],
    ['...', '!'],
  ])('is not given by %j for %j', (reply, answer) => {
    expect(givesAnswer(reply, answer)).toBe(false);
  });
});
