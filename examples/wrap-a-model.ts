/**
 * Any AI SDK model, wrapped: it asks when the answer hangs on the reply, and answers when it does not.
 * Run: SENTE_MODEL=ollama:NAME npm run -s bench -- examples/wrap-a-model.ts "Write an invitation."
 */
import { openModel, withInitiative } from '@sente/language';
import { generateText } from 'ai';
import { inviter } from './support/stand-ins.ts';

const id = process.env.SENTE_MODEL; // openai:NAME, ollama:NAME or URL#NAME; a scripted stand-in without
const model = withInitiative(id ? openModel(id) : inviter(), { deadline: 20_000 });
const prompt = process.argv[2] ?? 'Write an invitation.';
const { text, finalStep } = await generateText({ model, prompt });
console.log(`> ${prompt}\n${text}\n`);
const { act, why, form, aside } = finalStep.providerMetadata?.sente ?? {};
console.log({ act, why, form, aside });
