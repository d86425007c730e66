/**
 * A conversation over lines of text: one in, one reply out. Knows nothing of terminals but where to read and write.
 * @module
 */
import type { Concierge, Reply, ShownEvidence } from '@sente/catalog';
import { plainData } from './plain-text.ts';
import { showEvidence } from './show-evidence.ts';
import { type Paint, readChoice, showMind, showReply } from './show-reply.ts';

/** Where lines come from and go to. */
interface ConverseOptions {
  /** The user's lines, in order. */
  readonly lines: AsyncIterable<string>;
  readonly write: (text: string) => void;
  /** Called whenever a line may be typed. */
  readonly prompt: () => void;
  readonly paint: Paint;
  /** One JSON document a reply, and nothing else. */
  readonly json: boolean;
}

const HELP = `Say what you want in your own words. A letter takes the suggestion beside it.
/mind       what the assistant believes, what it weighed, and what moved a learned decision
/horizon N  what it would say looking N turns ahead (0 to 4); changes nothing
/undo       takes your last turn back
/quit       leaves
`;

/** Talks until the lines end, the user leaves, or the conversation has ended. */
export async function converse(concierge: Concierge, options: ConverseOptions): Promise<void> {
  const { lines, write, prompt, paint, json } = options;
  const show = (reply: Reply): void => write(json ? `${JSON.stringify(reply)}\n` : showReply(plainData(reply), paint));
  let present = concierge.open();
  show(present);
  prompt();
  for await (const line of lines) {
    const text = line.trim();
    if (text === '/quit' || text === '/exit') return;
    if (text === '/mind') {
      const evidence = concierge.evidence();
      write(
        json ? `${JSON.stringify({ ...present, evidence: evidence ?? null })}\n` : mindOf(present, evidence, paint),
      );
    } else if (/^\/horizon\s+[0-4]$/.test(text)) show(concierge.redecide(Number(text.at(-1))));
    else if (text.startsWith('/') && text !== '/undo') write(json ? '' : unknownOrHelp(text));
    else if (text !== '') {
      present = concierge.say(text === '/undo' ? 'undo' : readChoice(text, present.choices));
      show(present);
      if (present.ended) return;
    }
    prompt();
  }
}

function mindOf(reply: Reply, evidence: ShownEvidence | undefined, paint: Paint): string {
  const { mind, decision } = plainData(reply);
  return `${showMind(mind, decision, paint)}${evidence ? showEvidence(plainData(evidence), paint) : ''}`;
}

function unknownOrHelp(text: string): string {
  if (/^\/horizon(\s|$)/.test(text)) return '/horizon takes a number from 0 to 4, as in /horizon 1.\n';
  return text === '/help' ? HELP : `There is no ${text.split(' ')[0]}.\n${HELP}`;
}
