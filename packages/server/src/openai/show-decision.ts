/**
 * A decision as clients see it: in headers always (short, ASCII, nothing that anybody said), in the reply when they ask.
 * @module
 */
import { partsOf, type Source, type TurnReport, through } from '@sente/language';
import { madeDocument, madeEvent, type ReplyPart } from './reply-part.ts';

/** The headers, as of the reply's first byte. */
export function decisionHeaders(report: TurnReport): Record<string, string> {
  const { by, turn, aside, conversation } = report;
  const headers: Record<string, string> = { 'x-sente-conversation': conversation, 'x-sente-by': by };
  if (turn?.decision !== undefined) headers['x-sente-act'] = turn.decision.chosen.kind;
  if (aside !== undefined) headers['x-sente-aside'] = plain(aside.reason);
  if (turn !== undefined) {
    headers['x-sente-calls'] = String(turn.cost.calls);
    headers['x-sente-milliseconds'] = String(Math.round(turn.cost.milliseconds));
    if (turn.suppressed.length > 0) headers['x-sente-suppressed'] = String(turn.suppressed.length);
  }
  return headers;
}

/** The headers of a request on which nothing is decided. */
export function passedHeaders(reason: string, conversation?: string): Record<string, string> {
  return {
    'x-sente-by': 'bare',
    'x-sente-aside': plain(reason),
    ...(conversation === undefined ? {} : { 'x-sente-conversation': conversation }),
  };
}

/** The reply with a member `sente`: in the document, or in a chunk of its own before the end of the stream. */
export function withDecision(reply: Source<ReplyPart>, isStream: boolean, sente: () => unknown): Source<ReplyPart> {
  async function* parts(): AsyncGenerator<ReplyPart, void> {
    let last: ReplyPart['chunk'];
    for await (const part of partsOf(reply)) {
      if (!isStream && part.chunk !== undefined) yield madeDocument({ ...part.chunk, sente: sente() });
      else {
        if (isStream && part.isDone) {
          const { id, created, model } = last ?? {};
          yield madeEvent({ id, object: 'chat.completion.chunk', created, model, choices: [], sente: sente() });
        }
        yield part;
      }
      last = part.chunk ?? last;
    }
  }
  return through(parts(), (reason) => reply.cancel(reason));
}

function plain(text: string): string {
  return text.replace(/[^\w.-]/g, '-').slice(0, 40);
}
