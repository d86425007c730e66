/**
 * An assistant with goals of its own: it answers first, brings them up when the moment is good, and speaks unasked when
 * something happens.
 * Run: npm run -s bench -- examples/agenda.ts [openai:NAME | ollama:NAME | URL#NAME]
 */
import { createAssistant, openModel } from '@sente/language';
import { scriptedModel } from '@sente/language/testing';

const assistant = createAssistant({
  model: process.argv[2] ? openModel(process.argv[2]) : standIn(),
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

/** Plays the model when none is named: reads, weighs, replies and watches events by a script. */
function standIn() {
  const inBlock = (prompt: string, name: string) =>
    prompt.match(new RegExp(`is="${name}">\\n([^]*?)\\n</data`))?.[1] ?? '';
  return scriptedModel({
    read: ({ prompt }) => {
      const turn = inBlock(prompt, 'turn');
      const team = turn.includes('six') ? [{ id: 'team', went: 'along', share: 100, found: 'six people' }] : [];
      return { kind: 'new', wishes: [[turn, turn]], users: [{ wants: turn, share: 100 }], goals: team };
    },
    weigh: {
      answers: [{ gist: 'yes, it does', fits: [9], sure: 95, tokens: 20 }],
      leads: [
        { goal: 'team', say: 'How many of you would use it?', moment: 80 },
        { goal: 'trial', say: 'You can try all of it free for 30 days.', moment: 70 },
      ],
    },
    bare: ({ prompt }) => `Yes, it does. ${inBlock(prompt, 'lead')}`.trim(),
    event: {
      offers: [
        {
          say: 'From tomorrow on you six would pay 20% less.',
          because: 'the new price list',
          topic: 'price',
          wanted: 90,
        },
      ],
      moment: 80,
    },
  });
}
