/**
 * Makes conversation objects. The AI SDK runs the tools and streams the words, on a model with the layer around it, so
 * that behaviour is the same in every way in.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { ModelMessage } from 'ai';
import { withInitiative } from '../flow/with-initiative.ts';
import type { Session } from '../session/session.ts';
import { startSession } from '../session/start-session.ts';
import type { PlannedTurn } from '../turn/plan.ts';
import type { Assistant, AssistantEvents, AssistantOptions } from './assistant.ts';
import { decideEvent, type EventOutcome } from './decide-event.ts';
import { byHand } from './edit-session.ts';
import { createEmitter } from './emitter.ts';
import { createGivingWay } from './giving-way.ts';
import type { HostEvent, Unasked } from './host-event.ts';
import { transcriptOf, type UserInput, userMessage } from './messages.ts';
import { ownSessions } from './own-sessions.ts';
import { createQueue } from './queue.ts';
import { type Answered, type Reply, toReply } from './reply.ts';
import { askWhole, type RunOptions, streamed } from './run-model.ts';
import { checkSaved, type SavedAssistant, type Silence } from './saved-assistant.ts';
import { silentFor } from './silence.ts';
import { tellDecision } from './tell.ts';
import { checkTools } from './tool-without-execute-error.ts';

/** A new conversation. Throws ToolWithoutExecuteError for a tool that the assistant could not run, and HostCommitmentsError. */
export function createAssistant(options: AssistantOptions): Assistant {
  const since = (options.now ?? Date.now)();
  return converse(options, { version: 1, messages: [], session: startSession(options), silence: { since, tries: 0 } });
}

/** A conversation as `save` gave it; `goals` and `commitments` of the options are those of the saved session. Throws SavedAssistantError. */
export function restoreAssistant(saved: SavedAssistant, options: AssistantOptions): Assistant {
  return converse(options, checkSaved(structuredClone(saved)));
}

function converse(options: AssistantOptions, from: SavedAssistant): Assistant {
  const { system, tools = {}, now = Date.now } = options;
  checkTools(tools);
  const listeners = createEmitter<AssistantEvents>();
  const { on, emit } = listeners;
  const inOrder = createQueue();
  const unasked = createGivingWay(inOrder);
  const messages: ModelMessage[] = [...from.messages];
  const said = () => transcriptOf(system, messages);
  const sessions = ownSessions(said().messages, from.session);
  let restraint = from.restraint ?? options.restraint;
  let silence: Silence = from.silence;
  let latest: PlannedTurn | undefined;

  const heard = (...more: readonly ModelMessage[]): void => {
    messages.push(...more);
    silence = { since: now(), tries: 0 };
  };
  const wrap = (): LanguageModelV4 =>
    withInitiative(options.model, {
      ...options,
      restraint,
      sessions,
      begin: sessions.begin,
      onDecision(turn) {
        latest = turn;
        options.onDecision?.(turn);
        const { decision, suppressed, cost, aside } = turn;
        tellDecision(listeners, { occasion: 'turn', decision, suppressed, cost, aside, turn, at: now() });
      },
      onHandOver(turn, session) {
        options.onHandOver?.(turn, session);
        emit('handover', { turn, session });
      },
    });
  let model = wrap();

  const run = (turn: ModelMessage, signal: AbortSignal | undefined): RunOptions => {
    latest = undefined;
    const { steps, settings } = options;
    return { model, system, tools, steps, settings, messages: [...messages, turn], signal };
  };
  const answered = (turn: ModelMessage, done: Answered): Reply => {
    heard(turn, ...done.responseMessages);
    const reply = toReply(done, latest);
    emit('reply', reply);
    return reply;
  };

  const look = (event: HostEvent, kinds: readonly Unasked['act'][], signal: AbortSignal): Promise<EventOutcome> => {
    const transcript = said();
    const session = sessions.at(transcript.messages);
    const { model } = options;
    return decideEvent({
      event,
      transcript,
      session,
      model,
      options: { ...options, restraint },
      now: now(),
      kinds,
      signal,
    });
  };
  const take = (occasion: 'event' | 'silence', outcome: EventOutcome): void => {
    const { decision, suppressed, cost, aside, speak } = outcome;
    const at = now();
    if (speak) {
      heard({ role: 'assistant', content: speak.text });
      sessions.set(said().messages, outcome.session);
    }
    tellDecision(listeners, { occasion, decision, suppressed, cost, aside, at });
    if (speak) emit('initiative', { ...speak, occasion, decision, at });
  };

  const change = (make: (session: Session) => Session): Promise<void> =>
    inOrder(() => {
      const now = said().messages;
      sessions.set(now, make(sessions.at(now)));
    });

  return {
    say(input, { signal } = {}) {
      unasked.giveWay();
      return inOrder(async () => {
        const turn = userMessage(input);
        return answered(turn, await askWhole(run(turn, signal)));
      });
    },
    stream(input: UserInput, { signal } = {}) {
      unasked.giveWay();
      return streamed((push, own) =>
        inOrder(async () => {
          const turn = userMessage(input);
          const { done, seen } = push(run(turn, signal === undefined ? own : AbortSignal.any([signal, own])));
          try {
            return answered(turn, await done);
          } catch (error) {
            // What the user has seen was said.
            if (seen() !== '') heard(turn, { role: 'assistant', content: seen() });
            throw error;
          }
        }),
      );
    },
    onEvent(event, { signal } = {}) {
      return unasked.run(
        (own) => look(event, ['offer', 'lead'], own),
        (outcome) => take('event', outcome),
        signal,
      );
    },
    tick({ signal } = {}) {
      return unasked.run<EventOutcome | undefined>(
        async (own) => {
          const event = silentFor(silence, now(), options.silence);
          return event && look(event, ['lead'], own);
        },
        (outcome) => {
          if (outcome === undefined) return;
          silence = { ...silence, tries: silence.tries + 1 };
          take('silence', outcome);
        },
        signal,
      );
    },
    on,
    get messages() {
      return [...messages];
    },
    get session() {
      return sessions.at(said().messages);
    },
    ...byHand(change),
    restrain(rules) {
      restraint = rules;
      model = wrap();
    },
    save() {
      const session = sessions.at(said().messages);
      return structuredClone({ version: 1, messages, session, silence, ...(restraint && { restraint }) });
    },
  };
}
