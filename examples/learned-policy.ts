/**
 * A concierge led by the learned policy that comes with Sente, and what moved its first decision after a wish.
 * Run: npm run -s bench -- examples/learned-policy.ts ["what you wish for"]
 */
import { builtinCatalog, createConcierge, tellingGrounds } from '@sente/catalog';
import { learnedValues } from '@sente/lab';
import { shippedPolicy } from '@sente/pocket/node';

const text = process.argv[2] ?? 'an easy trip with lakes';
const learned = learnedValues(shippedPolicy());
const concierge = createConcierge(builtinCatalog(), { seed: 'example', learned });
const reply = concierge.say(text);
console.log(`You:   ${text}\nSente: ${reply.text}`);
console.log(`       (decided by the ${reply.decision.policy} policy)`);

const evidence = concierge.evidence(); // undefined where planning decided: where nothing fits
if (evidence) {
  console.log(`\nWhat moved it, towards “${evidence.act.label}” (+) or “${evidence.rival.label}” (−):`);
  for (const { onLead, label } of tellingGrounds(evidence).slice(0, 6)) {
    console.log(`  ${onLead < 0 ? '−' : '+'}${Math.abs(onLead).toFixed(3)}  ${label}`);
  }
}
