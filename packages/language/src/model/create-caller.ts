/**
 * Calls a model for the layer: within a budget, tried again when the server says so, in the form that was asked for.
 * @module
 */
import type {
  JSONObject,
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4GenerateResult,
  SharedV4ProviderOptions,
} from '@ai-sdk/provider';
import { createRandom } from '@sente/engine';
import type { Budget, Caller, JsonCall, Prices, TextCall } from './caller.ts';
import { dataBlock } from './data-block.ts';
import { fitReply } from './fit-reply.ts';
import { logprobOptions, readLogprobs } from './logprobs.ts';
import { MalformedReplyError } from './malformed-reply-error.ts';
import { BudgetSpentError, createMeter } from './meter.ts';
import { blamedSettings, refusedBy, type Setting, warnsOfForm } from './refused-settings.ts';
import { type ReplySchema, replySchema } from './reply-schema.ts';
import { retrying } from './retry.ts';
import { shorten } from './shorten.ts';
import { type Sleep, sleepFor } from './sleep.ts';

/** How to call. */
export interface CallerOptions {
  /** Limits for all calls of this caller; its time runs from `createCaller` on. None by default. */
  readonly budget?: Budget;
  /** Without them money is 0, and a limit of money never reached. */
  readonly prices?: Prices;
  /** The clock, in milliseconds since 1970; the machine's by default. */
  readonly now?: () => number;
  /** Waits between attempts; on the machine's timer by default. */
  readonly sleep?: Sleep;
  /** Draws the jitter between attempts. */
  readonly seed?: number | string;
  /** Further attempts after one that failed in a way that passes; 2 by default. */
  readonly retries?: number;
}

const MAX_TOKENS = 1000;
/** Characters of a failed reply that are shown for its repair. */
const SHOWN_FOR_REPAIR = 6000;

/** One request as it goes to the model, before what the model refuses is taken out. */
interface Request {
  readonly call: TextCall;
  readonly schema?: ReplySchema;
  readonly wantsForm: boolean;
}

function formInWords(schema: ReplySchema | undefined): string {
  const form = schema === undefined ? '' : ` that fits this JSON schema:\n${JSON.stringify(schema.shown)}`;
  return `Reply with JSON only, no other words,${form === '' ? '' : form}`.replace(/,$/, '.');
}

/** The reply's words: reasoning is none of them. */
function words(result: LanguageModelV4GenerateResult): string {
  if (result.structuredOutputText !== undefined) return result.structuredOutputText;
  return result.content.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

function settingsOf(request: Request, refused: ReadonlySet<Setting>): Set<Setting> {
  const wanted: Setting[] = ['temperature', 'limit'];
  if (request.wantsForm) wanted.push('form');
  if (request.call.logprobs) wanted.push('logprobs');
  if (request.call.seed !== undefined) wanted.push('seed');
  return new Set(wanted.filter((setting) => !refused.has(setting)));
}

function callOptions(model: LanguageModelV4, request: Request, sent: ReadonlySet<Setting>): LanguageModelV4CallOptions {
  const { call, schema } = request;
  const told = request.wantsForm && !sent.has('form');
  const name = model.provider.split('.')[0].trim();
  const own: JSONObject = {
    ...(sent.has('logprobs') ? logprobOptions(model)[name] : {}),
    ...(sent.has('form') && schema !== undefined && !schema.holds ? { strictJsonSchema: false } : {}),
  };
  const providerOptions: SharedV4ProviderOptions = {
    // Providers read the options under their own name only: this one is for scripts and logs.
    sente: { label: call.label },
    ...(name !== '' && Object.keys(own).length > 0 ? { [name]: own } : {}),
  };
  const text = told ? `${call.prompt}\n\n${formInWords(schema)}` : call.prompt;
  return {
    prompt: [
      { role: 'system', content: call.system },
      { role: 'user', content: [{ type: 'text', text }] },
    ],
    ...(sent.has('limit') ? { maxOutputTokens: call.maxTokens ?? MAX_TOKENS } : {}),
    ...(sent.has('temperature') ? { temperature: call.temperature ?? 0 } : {}),
    ...(sent.has('seed') ? { seed: call.seed } : {}),
    ...(sent.has('form')
      ? { responseFormat: { type: 'json', schema: schema?.strict, name: call.label.replace(/[^\w-]/g, '_') } }
      : {}),
    providerOptions,
  };
}

/** See `Caller`. */
export function createCaller(model: LanguageModelV4, options: CallerOptions = {}): Caller {
  const { budget = {}, now = Date.now, sleep = sleepFor, retries = 2 } = options;
  const meter = createMeter(budget, options.prices, now);
  const random = createRandom(options.seed ?? 0);
  const refused = refusedBy(model);
  let numbered = 0;

  /** Runs work that is broken off when time is up or the client leaves, even if the model does not listen. */
  async function inTime<T>(signal: AbortSignal | undefined, work: (signal: AbortSignal) => PromiseLike<T>): Promise<T> {
    const stop = new AbortController();
    const timer = new AbortController();
    const leave = (): void => stop.abort(signal?.reason);
    if (signal?.aborted) leave();
    signal?.addEventListener('abort', leave, { once: true });
    const allowed = budget.milliseconds;
    if (allowed !== undefined)
      // The machine's own timer: `sleep` may be a test's, which takes no time.
      sleepFor(meter.left(), timer.signal).then(
        () => stop.abort(new BudgetSpentError('milliseconds', allowed, allowed - meter.left())),
        () => {},
      );
    try {
      const stopped = new Promise<never>((_, reject) => {
        if (stop.signal.aborted) reject(stop.signal.reason);
        stop.signal.addEventListener('abort', () => reject(stop.signal.reason), { once: true });
      });
      stopped.catch(() => {});
      stop.signal.throwIfAborted();
      return await Promise.race([work(stop.signal), stopped]);
    } catch (error) {
      // Providers have errors of their own for an abort; the reason says more.
      throw stop.signal.aborted ? stop.signal.reason : error;
    } finally {
      timer.abort();
      signal?.removeEventListener('abort', leave);
    }
  }

  /** One answered call; what the model refuses is left out, and remembered. */
  async function ask(request: Request): Promise<LanguageModelV4GenerateResult> {
    for (;;) {
      const sent = settingsOf(request, refused);
      const prepared = callOptions(model, request, sent);
      const metered = meter.begin(`${request.call.system}\n${request.call.prompt}`);
      try {
        const result = await inTime(request.call.signal, (signal) =>
          retrying(async () => model.doGenerate({ ...prepared, abortSignal: signal }), {
            retries,
            random: random.split(numbered++),
            now,
            sleep,
            signal,
            left: meter.left,
            final: (error) => blamedSettings(error, sent).length > 0,
          }),
        );
        metered.answered(result.usage, words(result));
        if (sent.has('form') && warnsOfForm(result.warnings ?? [])) refused.add('form');
        return result;
      } catch (error) {
        if (error instanceof BudgetSpentError || request.call.signal?.aborted) metered.brokenOff();
        else metered.refused();
        const blamed = blamedSettings(error, sent);
        if (blamed.length === 0) throw error;
        for (const setting of blamed) refused.add(setting);
      }
    }
  }

  return {
    usage: meter.usage,
    async text(call) {
      const result = await ask({ call, wantsForm: false });
      const logprobs = call.logprobs ? readLogprobs(result) : undefined;
      const text = result.content.map((part) => (part.type === 'text' ? part.text : '')).join('');
      return logprobs === undefined ? { text } : { text, logprobs };
    },
    async json<T>(call: JsonCall<T>): Promise<T> {
      const schema = replySchema(call.schema);
      const reply = words(await ask({ call, schema, wantsForm: true }));
      const first = fitReply(reply, call.schema, schema);
      if (first.fits) return first.value;
      const prompt = [
        call.prompt,
        'This was asked before, and the reply was not what was asked for:',
        dataBlock('earlier reply', shorten(reply, SHOWN_FOR_REPAIR)),
        `What is wrong with it: ${first.complaint}.\nAnswer again. ${formInWords(schema)}`,
      ].join('\n\n');
      const repair: TextCall = { ...call, label: `${call.label}:repair`, prompt };
      const result = await ask({ call: repair, schema, wantsForm: true });
      const second = fitReply(words(result), call.schema, schema);
      if (second.fits) return second.value;
      throw new MalformedReplyError(
        call.label,
        second.complaint,
        words(result),
        result.finishReason.unified === 'length',
      );
    },
  };
}
