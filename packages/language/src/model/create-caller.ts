/**
 * Calls a model for the layer: within a budget, tried again when the server says so, in the form that was asked for.
 * @module
 */
import type { LanguageModelV4, LanguageModelV4GenerateResult } from '@ai-sdk/provider';
import { createRandom } from '@sente/engine';
import { callOptions, formInWords, MAX_TOKENS, type Request, settingsOf } from './call-options.ts';
import type { Budget, Caller, JsonCall, Prices, TextCall } from './caller.ts';
import { dataBlock } from './data-block.ts';
import { fitReply } from './fit-reply.ts';
import { inTime, type Limits } from './in-time.ts';
import { readLogprobs } from './logprobs.ts';
import { MalformedReplyError } from './malformed-reply-error.ts';
import { BudgetSpentError, createMeter } from './meter.ts';
import { blamedSettings, refusedBy, warnsOfForm } from './refused-settings.ts';
import { replySchema } from './reply-schema.ts';
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

/** Characters of a failed reply that are shown for its repair. */
const SHOWN_FOR_REPAIR = 6000;

/** All that is sent, for an estimate of its size. */
function sentText({ system, before = [], prompt }: TextCall): string {
  return [system, ...before.map(({ text }) => text), prompt].join('\n');
}

/** The reply's words: reasoning is none of them. */
function words(result: LanguageModelV4GenerateResult): string {
  return result.content.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

/** The words to read JSON from: some providers say which they are. */
function formWords(result: LanguageModelV4GenerateResult): string {
  return result.structuredOutputText ?? words(result);
}

/** See `Caller`. */
export function createCaller(model: LanguageModelV4, options: CallerOptions = {}): Caller {
  const { budget = {}, now = Date.now, sleep = sleepFor, retries = 2 } = options;
  const meter = createMeter(budget, options.prices, now);
  const random = createRandom(options.seed ?? 0);
  const refused = refusedBy(model);
  let numbered = 0;

  const limits = (signal: AbortSignal | undefined): Limits => ({
    signal,
    left: meter.left(),
    spent: () =>
      new BudgetSpentError('milliseconds', budget.milliseconds ?? 0, (budget.milliseconds ?? 0) - meter.left()),
  });

  /** One answered call; what the model refuses is left out, and remembered. */
  async function ask(request: Request): Promise<LanguageModelV4GenerateResult> {
    for (;;) {
      request.call.signal?.throwIfAborted();
      const sent = settingsOf(request, refused);
      const prepared = callOptions(model, request, sent);
      const metered = meter.begin(sentText(request.call));
      try {
        const result = await inTime(limits(request.call.signal), (signal) =>
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
      return {
        text: words(result),
        ...(logprobs === undefined ? {} : { logprobs }),
        ...(result.finishReason.unified === 'length' ? { cutOff: true } : {}),
      };
    },
    async json<T>(call: JsonCall<T>): Promise<T> {
      const schema = replySchema(call.schema);
      const answer = await ask({ call, schema, wantsForm: true });
      const reply = formWords(answer);
      const first = fitReply(reply, call.schema, schema);
      if (first.fits) return first.value;
      const prompt = [
        call.prompt,
        'This was asked before, and the reply was not what was asked for:',
        dataBlock('earlier reply', shorten(reply, SHOWN_FOR_REPAIR)),
        `What is wrong with it: ${first.complaint}.\nAnswer again. ${formInWords(schema)}`,
      ].join('\n\n');
      // What was cut off needs more room: reasoning counts as output, too.
      const room = answer.finishReason.unified === 'length' ? 4 : 1;
      const maxTokens = (call.maxTokens ?? MAX_TOKENS) * room;
      const repair: TextCall = { ...call, label: `${call.label}:repair`, prompt, maxTokens };
      const result = await ask({ call: repair, schema, wantsForm: true, told: true });
      const second = fitReply(formWords(result), call.schema, schema);
      if (second.fits) return second.value;
      throw new MalformedReplyError(
        call.label,
        second.complaint,
        formWords(result),
        result.finishReason.unified === 'length',
      );
    },
  };
}
