/**
 * The pocket model: one shop, three trainings. Who answers at once, and who asks first?
 * Run: npm run -s bench -- examples/talk-to-pocket.ts "I want a small leather bag. I know what I want."
 */

import { createRandom } from '@sente/engine';
import { createSpeaker, spellOut } from '@sente/pocket';
import { SHIPPED, shippedCheckpoint } from '@sente/pocket/node';

const text = process.argv[2] ?? 'I want a small leather bag. There is no rush, and I know exactly what I want.';
console.log(`> ${text}\n`);
for (const name of SHIPPED) {
  const speaker = createSpeaker(shippedCheckpoint(name));
  const opening = [{ speaker: 'user' as const, text }];
  const reply = speaker.reply(opening, 0, createRandom(1)); // 0: the likeliest words, no dice
  const chance = Math.round(100 * speaker.forecast(opening));
  console.log(`${name.padEnd(12)} ${spellOut(reply)}   (it ends well: ${chance}%)`);
}
