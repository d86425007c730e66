import { expect, test } from 'vitest';
import { labelShape } from './label-shape.ts';
import { shapeGivenUp, shapePredicate, shapeQuestions, shapeTrait } from './shape-words.ts';

test.each([
  [
    'touchscreen',
    'Should it have a touchscreen?',
    'without a touchscreen',
    'has a touchscreen',
    'without the touchscreen',
  ],
  ['guided', 'Should it be guided?', 'not guided', 'is guided', 'if it need not be guided'],
  ['dogs', 'Do dogs come along?', 'without dogs', 'welcomes dogs', 'without the dogs'],
  ['dogs allowed', 'Should dogs be allowed?', 'dogs not allowed', 'allows dogs', 'if dogs need not be allowed'],
  [
    'breakfast included',
    'Should breakfast be included?',
    'breakfast not included',
    'includes breakfast',
    'if breakfast need not be included',
  ],
  [
    'supports Linux',
    'Should it support Linux?',
    'does not support Linux',
    'supports Linux',
    'if it need not support Linux',
  ],
  ['is vegan', 'Should it be vegan?', 'not vegan', 'is vegan', 'if it need not be vegan'],
  ['has fan', 'Should it have a fan?', 'without a fan', 'has a fan', 'without the fan'],
  [
    'wheelchair accessible',
    'Should it be wheelchair accessible?',
    'not wheelchair accessible',
    'is wheelchair accessible',
    'if it need not be wheelchair accessible',
  ],
  [
    'dog-friendly',
    'Should it be dog-friendly?',
    'not dog-friendly',
    'is dog-friendly',
    'if it need not be dog-friendly',
  ],
  [
    'suitable for children',
    'Should it be suitable for children?',
    'not suitable for children',
    'is suitable for children',
    'if it need not be suitable for children',
  ],
  [
    'free parking',
    'Should it have free parking?',
    'without free parking',
    'has free parking',
    'without the free parking',
  ],
  ['mudguards', 'Should it have mudguards?', 'without mudguards', 'has mudguards', 'without the mudguards'],
  ['wifi', 'Should it have wifi?', 'without wifi', 'has wifi', 'without the wifi'],
  ['usb port', 'Should it have a usb port?', 'without a usb port', 'has a usb port', 'without the usb port'],
  ['sd slot', 'Should it have an sd slot?', 'without an sd slot', 'has an sd slot', 'without the sd slot'],
  ['waterproof', 'Should it be waterproof?', 'not waterproof', 'is waterproof', 'if it need not be waterproof'],
  ['bed', 'Should it have a bed?', 'without a bed', 'has a bed', 'without the bed'],
])('%s is asked, refused, reported and given up in English', (label, question, refused, reported, givenUp) => {
  const shape = labelShape(label);
  expect(shapeQuestions(shape, true)[0]).toBe(question);
  expect(shapeTrait(shape, false)).toBe(refused);
  expect(shapePredicate(shape, true)).toBe(reported);
  expect(shapeGivenUp(shape, true)).toBe(givenUp);
});
