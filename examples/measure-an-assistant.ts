/**
 * An assistant of one's own, measured: does it ask when a request is open, and only then? Replace `assistant` by a call
 * to yours.
 *
 *     npm run -s bench -- examples/measure-an-assistant.ts
 */
import { findProbe, functionAgent, measureProbe, playHere, renderResult, shopAgents } from '@sente/lab';

const assistant = functionAgent('mine', (messages) => {
  const request = messages.at(-1)?.content ?? '';
  return request.split(' ').length < 8 ? 'What matters most to you: place, length or price?' : 'Take the first one.';
});

const sente = shopAgents.find(({ name }) => name === 'sente')!;
const result = await measureProbe(findProbe('ask'), { agents: [assistant, sente], cases: 30, execute: playHere() });
console.log(renderResult(result));
