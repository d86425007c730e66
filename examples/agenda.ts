/**
 * An assistant with goals of its own: it answers first, brings them up when the moment is good, and speaks unasked when
 * something happens.
 * Run: npm run -s bench -- examples/agenda.ts [openai:NAME | ollama:NAME | URL#NAME]
 */
import { createAssistant, openModel } from '@sente/language';
import { ledgerSeller } from './support/stand-ins.ts';

const assistant = createAssistant({
  model: process.argv[2] ? openModel(process.argv[2]) : ledgerSeller(),
  system: 'You help people who think about buying Ledgerly, an invoicing tool. Two sentences at most.',
  goals: [
    { id: 'team', goal: 'find out their team size', worth: 0.3 },
    { id: 'trial', goal: 'mention the free 30-day trial before the end', worth: 0.2, deadline: 3 },
  ],
  restraint: { cap: 4, quietTopics: ['competitors'], evidence: true },
  deadline: 20_000, // a small local model decides slowly, and this is a demonstration
});
assistant.on('initiative', ({ text, act, evidence }) => console.log(`\n(unasked) ${text}\n     [${act}: ${evidence}]`));
assistant.on('suppressed', ({ id, reason }) => console.log(`     [held back ${id}: ${reason}]`));

for (const text of [
  'Can it import a CSV of customers?',
  'There are six of us. Does it do reminders?',
  'Good. And VAT?',
]) {
  const { act, decision, ...reply } = await assistant.say(text);
  console.log(`\n> ${text}\n${reply.text}\n     [${act}: ${decision?.why ?? reply.aside?.detail}]`);
}
await assistant.onEvent({ type: 'price-change', text: 'From tomorrow on, teams of up to ten pay 20% less.' });
for (const { id, found } of assistant.session.goals) console.log(`\n${id}: ${found ?? 'nothing found out'}`);
