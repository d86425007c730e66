/**
 * Talks to the catalogue that ships with Sente, without any language model, and prints the conversation.
 * Run: npm run bench -- examples/talk-to-a-table.ts "an easy trip with lakes" "cheaper" "the first one"
 */
import { builtinCatalog, createConcierge } from '@sente/catalog';

const said = process.argv.slice(2);
const script = ['something easy, with my dog, in June', 'why?', 'I don’t mind', 'cheaper', 'the first one'];

const concierge = createConcierge(builtinCatalog(), { seed: 'example', horizon: 2 });
console.log(`Sente: ${concierge.open().text}`);
for (const text of said.length > 0 ? said : script) {
  const reply = concierge.say(text);
  console.log(`\nYou:   ${text}`);
  console.log(`Sente: ${reply.text}`);
  console.log(`       (${reply.mind.left} of ${reply.mind.total} left, ${reply.mind.bits.toFixed(1)} bits)`);
  if (reply.ended) break;
}
