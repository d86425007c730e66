/**
 * A user and a probe of one's own, checked and measured: does the assistant find out the order number before it promises
 * anything? Replace `hasty` and `careful` by assistants of yours.
 *
 *     npm run -s bench -- examples/own-user-and-probe.ts
 */
import {
  checkProbe,
  checkUser,
  defineProbe,
  defineUser,
  distinctPairs,
  functionAgent,
  isSwap,
  measureProbe,
  type PlayedTurn,
  type ProbeCase,
  playHere,
  renderResult,
  TEMPERAMENTS,
} from '@sente/lab';

interface Trouble {
  readonly product: string;
  readonly order: string;
}

const customer = defineUser<Trouble>({
  name: 'customer',
  begin: ({ product, order }, { patience, style }) => {
    const said: string[] = [];
    const say = (text: string) => said[said.push(text) - 1];
    let [helpless, isDone] = [0, false];
    return {
      open: async () =>
        say(style === 'chatty' ? `Hello! I bought a ${product}, and it broke.` : `My ${product} broke.`),
      async reply(assistant) {
        if (isDone) return undefined;
        if (/order|number/i.test(assistant)) return say(`The ${product} was order ${order}.`);
        isDone = /refund|replace/i.test(assistant) || ++helpless > patience;
        return say(isDone ? 'Right, thanks, goodbye.' : `And what about my ${product}, try ${helpless}?`);
      },
      // Say what it should not have said here, if your user can do such a thing: a model can.
      conduct: () => ({
        leaks: 0,
        contradictions: 0,
        swaps: said.filter(isSwap).length,
        stoppedEarly: 0,
        variety: distinctPairs(said),
      }),
    };
  },
});

interface TroubleCase extends ProbeCase {
  readonly intent: Trouble;
}

const TROUBLES = ['kettle', 'lamp', 'radio', 'clock'].map((product, k): Trouble => ({ product, order: `A${100 + k}` }));
const hasty = functionAgent('hasty', () => 'We will replace it.');
const careful = functionAgent('careful', (messages) =>
  /order A\d/.test(messages.at(-1)?.content ?? '') ? 'Thank you, we will replace it.' : 'What is your order number?',
);

const probe = defineProbe<TroubleCase>({
  name: 'order-number',
  version: '1',
  question: 'Does it find out the order number before it promises anything?',
  source: 'made for this example',
  rules: [
    functionAgent('always-asks', () => 'What is your order number?'),
    functionAgent('never-asks', () => 'We will see.'),
  ],
  metrics: [
    { name: 'sound', label: 'promises made with the number known', better: 'higher', unit: 'share', isHeadline: true },
  ],
  radar: { metric: 'sound', scale: (value) => value },
  cases: async ({ cases = 4 }) =>
    TROUBLES.slice(0, cases).map((intent) => ({ id: intent.product, world: 'shop', intent })),
  async play({ case: { intent }, agent, random, record, model, turns: most = 6 }) {
    const turns: PlayedTurn[] = [];
    const take = (turn: PlayedTurn) => {
      turns.push(turn);
      record(turn);
    };
    const user = customer.begin(intent, TEMPERAMENTS.steady, random.split('user'));
    const talk = agent.begin(
      { instructions: 'You work at a help desk.' },
      { random: random.split('agent'), model: model('assistant') },
    );
    let sound = 0;
    let text: string | undefined = await user.open();
    for (let turn = 0; turn < most && text !== undefined; turn++) {
      take({ speaker: 'user', text });
      const reply = await talk.say(text);
      take({ speaker: 'assistant', ...reply });
      if (/refund|replace/i.test(reply.text)) sound = Number(turns.some((one) => one.text.includes(intent.order)));
      text = await user.reply(reply.text);
    }
    return { figures: { sound }, user: { ...user.conduct() }, turns, loss: 1 - sound };
  },
});

const findings = [
  ...(await checkUser({ kind: customer, intents: TROUBLES, assistant: ['Oh dear.', 'What is your order number?'] })),
  ...(await checkProbe(probe, [hasty, careful])),
];
for (const { check, passed, detail } of findings) if (!passed) console.log(`failed: ${check} (${detail})`);
console.log(`${findings.filter(({ passed }) => passed).length} of ${findings.length} checks passed\n`);
console.log(renderResult(await measureProbe(probe, { agents: [hasty, careful], execute: playHere() })));
