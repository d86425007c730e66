/**
 * A conversation with a language model over lines of text. Knows nothing of terminals but where to read and write.
 * @module
 */
import { plainData, plainText } from '../chat/plain-text.ts';
import { type Paint, readChoice } from '../chat/show-reply.ts';
import type { AgentMind, AgentReply, ChatAgent } from './chat-agent.ts';
import { agendaText, ledgerText, mindText } from './show-mind.ts';

/** Where lines come from and go to. */
interface TalkOptions {
  readonly lines: AsyncIterable<string>;
  readonly write: (text: string) => void;
  /** Called whenever a line may be typed. */
  readonly prompt: () => void;
  readonly paint: Paint;
  /** One JSON document a reply, and nothing else. */
  readonly json: boolean;
  /** A signal for the reply that begins now: Ctrl-C calls it off. */
  readonly signal: () => AbortSignal;
  /** What went wrong with the model, and what to do about it; its error's own words unless given. */
  readonly explain?: (error: unknown) => Promise<string>;
}

const HELP = `Say what you want in your own words. A letter takes the suggestion beside it.
/mind        what was weighed, and who may be asking
/ledger      what you asked for, changed and took back
/agenda      the assistant's own goals
/goal WORDS  adds a goal
/drop ID     drops it
/quit        leaves
`;

/** What a goal that is typed in is worth. */
const WORTH = 0.3;

/** Talks until the lines end or the user leaves. A model that fails says so, and the talk goes on. Gives the failures. */
export async function talk(agent: ChatAgent, options: TalkOptions): Promise<{ readonly failures: number }> {
  const { lines, write, prompt, paint, json } = options;
  let last: AgentReply | undefined;
  let failures = 0;
  const reply = async (text: string): Promise<void> => {
    const message = readChoice(text, last?.form?.choices ?? []);
    let isFirst = true;
    const onWords = (words: string): void => {
      if (json) return;
      write(plainText(isFirst ? words.trimStart() : words));
      isFirst = false;
    };
    try {
      last = await agent.say(message, onWords, options.signal());
      write(json ? `${JSON.stringify(last)}\n` : `${afterWords(last, paint)}\n`);
    } catch (error) {
      failures++;
      const reason = await reasonOf(error, options.explain);
      write(json ? `${JSON.stringify({ error: reason })}\n` : `${isFirst ? '' : '\n'}${reason}\n`);
    }
  };

  prompt();
  for await (const line of lines) {
    const text = line.trim();
    if (text === '/quit' || text === '/exit') break;
    if (text.startsWith('/')) write(json ? '' : await command(agent, last, text, paint));
    else if (text !== '') await reply(text);
    prompt();
  }
  return { failures };
}

/** What stands below the words: choices, and whose words they are if they are not what they seem. */
function afterWords({ form, aside }: AgentReply, paint: Paint): string {
  const choices = (form?.choices ?? []).map(
    (choice, i) => `${paint('cyan', `[${String.fromCharCode(97 + i)}]`)} ${plainText(choice)}`,
  );
  return [
    '',
    ...(choices.length > 0 ? [choices.join('  ')] : []),
    ...(aside ? [paint('dim', plainText(`(the bare answer: ${aside.reason}; /mind says more)`))] : []),
  ].join('\n');
}

async function command(agent: ChatAgent, last: AgentReply | undefined, text: string, paint: Paint): Promise<string> {
  const [name, ...rest] = text.split(' ');
  const words = rest.join(' ').trim();
  if (name === '/help') return HELP;
  if (!['/mind', '/ledger', '/agenda', '/goal', '/drop'].includes(name))
    return `There is no ${plainText(name)}.\n${HELP}`;
  const mind = plainMind(agent);
  if (mind === undefined) return 'This agent has the transcript and nothing else; --agent sente has more.\n';
  if (name === '/mind') return mindText(mind, last && plainData(last), paint);
  if (name === '/ledger') return ledgerText(mind, paint);
  if (name === '/agenda') return agendaText(mind);
  if (words === '')
    return `${name} needs ${name === '/goal' ? 'the goal in words' : "the goal's ID; /agenda shows it"}.\n`;
  try {
    if (name === '/drop') await agent.dropGoal?.(words);
    else await agent.addGoal?.({ id: freshId(mind.session.goals), goal: words, worth: WORTH });
  } catch (error) {
    return `${plainText(wordsOf(error))}\n`;
  }
  return agendaText(plainMind(agent)!);
}

/** Cleaned before it is painted: afterwards, colours could not be told from what somebody wrote. */
function plainMind(agent: ChatAgent): AgentMind | undefined {
  const mind = agent.mind?.();
  return mind && { ...mind, session: plainData(mind.session) };
}

function freshId(goals: readonly { readonly id: string }[]): string {
  let number = goals.length + 1;
  while (goals.some(({ id }) => id === `g${number}`)) number++;
  return `g${number}`;
}

async function reasonOf(error: unknown, explain: TalkOptions['explain']): Promise<string> {
  if (error instanceof DOMException && error.name === 'AbortError') return '(called off)';
  return plainText(`The model could not be asked: ${explain ? await explain(error) : wordsOf(error)}`);
}

function wordsOf(error: unknown): string {
  let cause: unknown = error;
  const told: string[] = [];
  for (let depth = 0; cause instanceof Error && depth < 4; depth++) {
    if (!told.includes(cause.message)) told.push(cause.message);
    cause = cause.cause;
  }
  return told.join(': ') || String(error);
}
