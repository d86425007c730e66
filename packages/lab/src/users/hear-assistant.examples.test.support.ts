/**
 * Turns of assistants and what they mean, which the code was made with: in the manner of tables and of language models.
 * @module
 */
import type { HeardExample } from './heard-in-short.test.support.ts';

export const EXAMPLES: readonly HeardExample[] = [
  ['What is your budget?', 'asks price'],
  ["What's your budget, and when would you like to travel?", 'asks price; asks month'],
  ['How many days do you have?', 'asks length'],
  ['Which part of the country would you like to walk in? Sarn Coast, Amberwood or something else?', 'asks region'],
  ['Should the difficulty be easy?', 'asks difficulty=easy'],
  ['How about a moderate trip?', 'asks difficulty=moderate'],
  ['Would you like a guide?', 'asks guided=yes'],
  ['Would you rather walk without a guide?', 'asks guided=no'],
  ['Is a dog coming along?', 'asks dogs allowed=yes'],
  ['Would you like a guided tour, or would you rather hike on your own?', 'asks guided=yes'],
  ['Great! To narrow it down, could you tell me how long the trip should be?', 'asks length'],
  ['Please tell me your preferred month.', 'asks month'],
  [
    'And where would you like to sleep? I have mountain huts, guesthouses and camping, among others.',
    'asks accommodation',
  ],
  ['Do you prefer mountain huts, guesthouses or camping?', 'asks accommodation'],
  ['What would you like to see along the way: lakes, waterfalls, wildlife?', 'asks highlights'],
  ['Hello! What kind of trip are you looking for?', 'open'],
  ['Hi there! How can I help you today?', 'open'],
  ['Is there anything else that matters to you?', 'open'],
  ['Hello! Tell me what matters to you.', 'open'],
  ['May I send you our newsletter?', 'other'],
  ['How did you hear about us?', 'other'],
  ['I would go for Round Loch Anver: easy, €430. Does that suit you?', 'shows Round Loch Anver; closing'],
  [
    'Here are two:\n1. **Round Loch Anver**: easy\n2. **The Isfjell Huts**: demanding\nWhich one do you like best?',
    'shows Round Loch Anver; shows The Isfjell Huts; closing',
  ],
  ['Easy, under €600: what about these?\n1. Round Loch Anver: €430', 'shows Round Loch Anver; closing'],
  ['64 have a length of 4 to 6 days; if that is fine, say so.', 'holds out length=4 to 6 days'],
  [
    'Most that fit, 15 of 27, are guided and 13 are expert; name one if you like.',
    'holds out guided=yes; holds out difficulty=expert',
  ],
  ['21 of the 27 left do not allow dogs; say so if that suits you.', 'holds out dogs allowed=no'],
  [
    'Camping is a common accommodation here, with 9 of the 30 left. Would that do?',
    'holds out accommodation=camping; closing',
  ],
  [
    'No trip here is all of that: easy, glaciers. With any difficulty, there would be 4. Shall I change that?',
    'nothing fits; may give way: difficulty; closing',
  ],
  [
    "I'm sorry, I couldn't find any trips matching all of your criteria. If you could go in a different month, there would be 4.",
    'nothing fits; may give way: month',
  ],
  ['None of the 12 left allow dogs, by the way.', ''],
  ['Any accommodation, then.', ''],
  ['Good to meet you.', ''],
  ['', ''],
];
