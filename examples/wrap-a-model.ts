/**
 * Any AI SDK model, wrapped: it asks when the answer hangs on the reply, and answers when it does not.
 * Run: SENTE_MODEL=ollama:NAME npm run -s bench -- examples/wrap-a-model.ts "Write an invitation."
 */
import { openModel, withInitiative } from '@sente/language';
import { scriptedModel } from '@sente/language/testing';
import { generateText } from 'ai';

const id = process.env.SENTE_MODEL; // openai:NAME, ollama:NAME or URL#NAME; a scripted stand-in without
const model = withInitiative(id ? openModel(id) : standIn(), { deadline: 20_000 });
const prompt = process.argv[2] ?? 'Write an invitation.';
const { text, finalStep } = await generateText({ model, prompt });
console.log(`> ${prompt}\n${text}\n`);
const { act, why, form, aside } = finalStep.providerMetadata?.sente ?? {};
console.log({ act, why, form, aside });

/** Plays the model: for whom the invitation is makes all the difference. */
function standIn() {
  const users = ['a birthday party', 'a board meeting'].map((occasion) => ({
    wants: `an invitation to ${occasion}`,
    share: 50,
  }));
  const question = {
    ask: 'What is the occasion?',
    choices: ['a birthday', 'a meeting'],
    replies: ['a birthday', 'a meeting'],
  };
  return scriptedModel({
    read: { kind: 'new', wishes: [['an invitation', 'Write an invitation.']], users },
    weigh: {
      answers: [
        { gist: 'a cheerful one', fits: [9, 1] },
        { gist: 'a formal one', fits: [1, 9] },
      ],
      questions: [question],
    },
    bare: 'You are warmly invited!',
  });
}
