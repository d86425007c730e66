/**
 * A shopkeeper without any language model: goals of its own, a price that it keeps to itself, a game that it cannot cheat in.
 * Run: npm run -s bench -- examples/keep-a-shop.ts ["what you would say" …]
 */
import { builtinCatalog, createShopkeeper } from '@sente/catalog';

const keeper = createShopkeeper(builtinCatalog(), {
  seed: 'example',
  goals: [
    { id: 'budget', what: 'learn the budget', attribute: 'price_per_person_eur', worth: 0.3 },
    { id: 'list', what: 'send a packing list', words: 'May I send you a packing list by e-mail?', worth: 0.2 },
  ],
  reserves: [{ item: 24, price: 420 }],
});
const script = [
  'Think of a number between 1 and 20, and I will guess.',
  'Is it more than 10?',
  'I give up. What was it?',
  'An easy or moderate trip in the woods, please',
  'How long is Orivo through the Woods?',
  'That is a lot. Would you do it for 400?',
  '450, and that is my last word',
  'Yes, please do',
];

for (const text of process.argv.length > 2 ? process.argv.slice(2) : script) {
  const { text: reply, act } = keeper.say(text);
  console.log(`\nYou:   ${text}\nSente: ${reply}\n       [${act}; will buy: ${Math.round(100 * keeper.forecast())}%]`);
}
