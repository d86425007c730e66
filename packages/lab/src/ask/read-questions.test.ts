import { describe, expect, test } from 'vitest';
import { putsQuestion, readQuestions } from './read-questions.ts';
import { splitSentences } from './split-sentences.ts';

/** Replies that ask the user to make the request clearer. */
const ASKS: readonly string[] = [
  // As language models put it.
  'Could you tell me a bit more about what you are looking for?',
  'Sure! Before I suggest something, how many days do you have?',
  "I'd be happy to help. What's your budget for the walk?",
  'Do you mean the first bus or the second one?',
  'Are you asking about the mother or the daughter?',
  'When you say “bank”, are you referring to the riverside or to the institution?',
  'That depends on what you mean by “late”: after lunch, or after dinner?',
  'To help you best, please tell me:\n- Which month would you travel?\n- Do you want a guide?',
  'Here are three walks that fit.\n\nTo narrow it down: would you prefer huts or guesthouses?',
  'Please let me know which of the two editions you have.',
  'Could you please specify the language you want the program in?',
  'I need a few more details before I can start: your age, your weight and your goal.',
  "It depends on whether you're bringing the dog.",
  'Should I assume that the meeting is in person, or online?',
  'Would you like me to focus on the coast or on the mountains?',
  'Let me know if you prefer short or long stages.',
  '**What is the occasion?** A birthday, or something formal?',
  'Happy to! Is this for beginners?',
  'Who is “she” here, Anna or her sister?',
  'Which Cambridge do you mean?',
  'What kind of cuisine are you in the mood for?',
  'Just to confirm: you leave on the 4th, right?',
  'Can you clarify which of these statements the pronoun belongs to?',
  'How soon do you need it?',
  'I found two people of that name. Which of them are you asking about?',
  "I'd like to know your level first.",
  "There isn't enough to go on. Where will you be staying?",
  'First, tell me how much you want to spend.',
  'Is it something you can eat?',
  'Is it a living thing?',
  'Is your trip in the Alps?',
  // As a shop puts it.
  'What should there be to see on the way? I have lakes, villages and birds, among others.',
  'Which part of the country would you like to walk in: the coast, the dales or something else?',
  'How hard may it get?',
  'What about the month: May, June or something else?',
  'Back to the length: 1, 2 to 3, or more?',
  'So, which region?',
  'And the price: under 100 €, 100 to 300 €, or more?',
  'Should the highlights be lakes?',
  'Is camping something you want?',
  'Does the dog come along?',
  'As for the region: coast, dales or islands?',
  'Nothing fits all of that. What could give way?',
  'Would you like lakes among the highlights?',
  'Should it be guided?',
  'May and a guide, noted. Would you rather sleep in huts or in a tent?',
  'Only 3 of these have both. Would you accept September?',
];

/** Replies that do not. */
const DOES_NOT: readonly string[] = [
  'The walk takes five days.',
  'The capital is Oslo. Is there anything else I can help you with?',
  'Done! Anything else?',
  'I hope this helps. Do you have any other questions?',
  'How can I help you today?',
  'It costs 300 €. Would you like me to book it?',
  'There are four stages. Shall I list them?',
  'Would you like to know more about the huts?',
  'Do you want me to explain the second step?',
  'Let me know if you have any questions!',
  "Let me know if you'd like a shorter version.",
  'Please tell me if I can help with anything else.',
  'Why does this matter? Because the pronoun could stand for either.',
  '## What is a monad?\nA monad is a monoid in the category of endofunctors.',
  'She asked him, “Where are you going?” and he said nothing.',
  '```\nprint("What is your name?")\n```\nThis prints a question.',
  'So what does that mean? It means that the statement is false.',
  'Here are three:\n1. Long Water\n2. High Water\n3. The Old Mill\nDoes one of them suit you?',
  'Which one do you like best?',
  'Which one would it be, if any?',
  'Long Water it is: five days, easy. Does that suit you?',
  'Only Long Water is left: guided, easy. How does that sound?',
  'Here are 3 to start from:\n1. Long Water\n2. High Water\nIs one of these for you?',
  'To begin with, here is Long Water: 45 €, easy. Would you take it?',
  'So, is it one of these?',
  'Is there one you like?',
  'What do you think?',
  'Only one is like that, without a guide. Does it come close enough?',
  'Say which of these comes closest:\n1. Long Water\n2. High Water',
  'Nothing fits all at once. Does one of them come close enough?',
  'Easy and in May: what about these?',
  'Then Long Water is yours to enjoy.',
  '18 of them allow dogs and 12 are easy; name one if you like.',
  'The answer depends on the weather, and it was sunny. So: yes.',
  'Feel free to ask if anything is unclear.',
  'Does that answer your question?',
  'Great choice, right? It is our most popular one.',
  'Unknown.',
  '',
  'I can book it, or hold it until Friday. Shall I hold it?',
  'Would you like some more suggestions?',
  'Do you want to go with that?',
  'Tell me about it! Rain is a nuisance.',
];

describe('putsQuestion', () => {
  test.each(ASKS)('asks: %s', (reply) => {
    expect(putsQuestion(reply), JSON.stringify(readQuestions(reply))).toBe(true);
  });
  test.each(DOES_NOT)('does not ask: %s', (reply) => {
    expect(putsQuestion(reply), JSON.stringify(readQuestions(reply))).toBe(false);
  });
});

describe('readQuestions', () => {
  test('names what kind each question is', () => {
    const reply =
      'Why the coast? It is dry in May. Which month would you go? Shall I show a few? Does one of them suit you? Anything else?';
    expect(readQuestions(reply).map(({ kind }) => kind)).toEqual([
      'rhetorical',
      'narrowing',
      'offer',
      'closing',
      'courtesy',
    ]);
  });
});

describe('splitSentences', () => {
  test('takes stops within a sentence for none, and lines for paragraphs', () => {
    expect(splitSentences('It costs 2.5 € e.g. in May. Which month?\n- How long?').map(({ text }) => text)).toEqual([
      'It costs 2.5 € e.g. in May.',
      'Which month?',
      'How long?',
    ]);
  });
});
