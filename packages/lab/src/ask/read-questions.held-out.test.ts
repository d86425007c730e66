import { expect, test } from 'vitest';
import { putsQuestion } from './read-questions.ts';

/** Written after the rules were set, and not used to change them: [whether it asks, the reply]. */
const HELD_OUT: readonly (readonly [boolean, string])[] = [
  [true, 'Happy to plan that for you! A few things first: who is coming along, and how fit is everybody?'],
  [true, 'There are two people called Sam in the story. Which one did you have in mind?'],
  [true, 'Could you share the error message that you see?'],
  [true, "I'm not sure I follow. Are you after the date of the concert or the date when tickets go on sale?"],
  [true, 'Is the meal plan for one person?'],
  [true, 'Before I write the code: which version of Python are you on?'],
  [true, 'Do you have any dietary restrictions?'],
  [true, 'What did you mean by “it”?'],
  [true, 'Here is a first idea: a week on the coast. That said, what is your budget?'],
  [true, 'The sentence can be read in two ways. Does “old” go with “men” alone, or with “women” too?'],
  [true, 'Sure. 1) Where do you live? 2) How many guests will there be?'],
  [true, 'Please give me your postcode so that I can look up the nearest branch.'],
  [true, "To give you a good answer I'd need to know whether you own the flat."],
  [true, 'Any preference as to the region?'],
  [true, 'When would you want to set off?'],
  [true, 'By “the club”, do you mean the sports club?'],
  [true, 'Which of these matters most to you: price, length or scenery?'],
  [true, 'How many of you are there, and is there anything you want to avoid?'],
  [true, 'Got it, a guided trip. And would that be in summer or in autumn?'],
  [true, 'Is it the region or the price that counts more for you?'],
  [true, 'Should I read “bat” as the animal or the thing one hits a ball with?'],
  [true, 'Let me know what city you will be flying from.'],
  [false, 'It was Anna who opened the door.'],
  [false, 'Your plan: 1. Book the flight. 2. Reserve a room. 3. Pack light. Want me to draft the packing list?'],
  [false, 'Sure, that trip runs from May to July. Can I help with anything else?'],
  [false, 'The most expensive one is The Long Ridge, at €3,100.'],
  [
    false,
    'Here are some festivals you might enjoy:\n- Lanterns by the Lake\n- The Harvest Fair\nDo any of these appeal to you?',
  ],
  [false, 'What is a fjord? A fjord is a narrow inlet between cliffs.'],
  [false, 'Let me know how it goes!'],
  [false, 'Hope that helps! Let me know if anything else comes up.'],
  [false, 'I would go with the second trip. Sound good?'],
  [false, 'The text does not say who he was.'],
  [false, 'The verdict depends on both sentences; here the second must be true. True'],
  [false, 'Would you like a list of the huts on the way?'],
  [false, 'Round Lake Saimel: 5 days, easy, €320. Shall I put your name down?'],
  [false, 'In the dialogue she says: "Do you know the way?" He does not answer.'],
  [false, 'Why not treat yourself? This trip has hot springs.'],
  [false, 'You asked for easy trips in May, and these three are all I have. Which would you like?'],
  [false, 'No dogs on that trip, I am afraid.'],
  [false, 'Done. Is there something else on your mind?'],
  [false, 'Do you want to hear more about it?'],
  [false, 'If you tell me your dates I can check for free places.'],
  [false, 'None of the trips fits all that. I could look without the guide, if you like.'],
  [false, 'I have sorted them by price. What do you think of the first?'],
];

test('is right about most replies that the rules were not made from', () => {
  const wrong = HELD_OUT.filter(([asks, reply]) => putsQuestion(reply) !== asks);
  // 41 of 44 when this was written.
  expect(1 - wrong.length / HELD_OUT.length).toBeGreaterThanOrEqual(0.93);
});
