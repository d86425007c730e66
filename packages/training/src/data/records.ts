/**
 * Makes trainers' records of played conversations.
 *
 * SFT: at each turn, the best candidate. DPO: at each turn, the best against the worst, where their rewards differ by the
 * margin: less is luck. GRPO: at each turn, the prompt and the user's goal. What was dropped is counted, by why.
 * @module
 */
import type { Goal } from './data-case.ts';
import type { OpenAiDpo, OpenAiSft, TrlDpo, TrlPrompt, TrlSft } from './schemas.ts';
import { type Candidate, type DataDetail, type Message, promptOf } from './step.ts';

/** All records, and what became of the rest. */
interface Records {
  readonly 'sft.trl.jsonl': readonly TrlSft[];
  readonly 'dpo.trl.jsonl': readonly TrlDpo[];
  readonly 'grpo.trl.jsonl': readonly TrlPrompt[];
  readonly 'sft.openai.jsonl': readonly OpenAiSft[];
  readonly 'dpo.openai.jsonl': readonly OpenAiDpo[];
  readonly counts: RecordCounts;
}

/** What there was, and what was left out. */
export interface RecordCounts {
  readonly conversations: number;
  /** Turns of the assistant. */
  readonly turns: number;
  readonly candidates: number;
  /** Candidates that were not scored, by why. */
  readonly dropped: Readonly<Record<'cut-off' | 'empty' | 'repeated' | 'unscorable', number>>;
  /** Candidates whose reward was cut to the range. */
  readonly clipped: number;
  readonly pairs: number;
  /** Turns without a pair, by why. */
  readonly unpaired: Readonly<Record<'fewer-than-two-scored' | 'within-margin', number>>;
  /** Conversations without a scored reply: they are in no file. */
  readonly unused: number;
}

const assistant = (content: string): Message => ({ role: 'assistant', content });

/** @param margin least difference of rewards for a pair, 0 or more. */
export function makeRecords(conversations: readonly (DataDetail & { readonly goal: Goal })[], margin: number): Records {
  const trlSft: TrlSft[] = [];
  const trlDpo: TrlDpo[] = [];
  const trlPrompts: TrlPrompt[] = [];
  const openAiSft: OpenAiSft[] = [];
  const openAiDpo: OpenAiDpo[] = [];
  const dropped = { 'cut-off': 0, empty: 0, repeated: 0, unscorable: 0 };
  const unpaired = { 'fewer-than-two-scored': 0, 'within-margin': 0 };
  let [turns, candidates, clipped, unused] = [0, 0, 0, 0];
  for (const conversation of conversations) {
    const { steps, goal } = conversation;
    turns += steps.length;
    for (const [at, step] of steps.entries()) {
      candidates += step.candidates.length;
      for (const one of step.candidates) {
        if (one.dropped !== undefined) dropped[one.dropped]++;
        if (one.clipped) clipped++;
      }
      if (step.best === undefined) {
        unpaired['fewer-than-two-scored']++;
        continue;
      }
      const prompt = promptOf(conversation, at);
      trlPrompts.push({ prompt, goal: goal.goal, answer: goal.answer ?? null });
      const best = step.candidates[step.best];
      trlSft.push({ prompt, completion: [assistant(best.text)] });
      const worst = worstOf(step.candidates, best);
      if (worst === undefined) unpaired['fewer-than-two-scored']++;
      else if (!differ(best, worst, margin)) unpaired['within-margin']++;
      else {
        const [chosen, rejected] = [[assistant(best.text)] as const, [assistant(worst.text)] as const];
        trlDpo.push({ prompt, chosen, rejected });
        openAiDpo.push({ input: { messages: prompt }, preferred_output: chosen, non_preferred_output: rejected });
      }
    }
    const last = steps.findLastIndex(({ best }) => best !== undefined);
    if (last < 0) unused++;
    else {
      const { candidates: drawn, best } = steps[last];
      openAiSft.push({ messages: [...promptOf(conversation, last), assistant(drawn[best!].text)] });
    }
  }
  return {
    'sft.trl.jsonl': trlSft,
    'dpo.trl.jsonl': trlDpo,
    'grpo.trl.jsonl': trlPrompts,
    'sft.openai.jsonl': openAiSft,
    'dpo.openai.jsonl': openAiDpo,
    counts: {
      conversations: conversations.length,
      turns,
      candidates,
      dropped,
      clipped,
      pairs: trlDpo.length,
      unpaired,
      unused,
    },
  };
}

function worstOf(candidates: readonly Candidate[], best: Candidate): Candidate | undefined {
  const others = candidates.filter((one) => one !== best && one.reward !== undefined);
  return others.reduce<Candidate | undefined>(
    (worst, one) => (worst === undefined || one.reward! < worst.reward! ? one : worst),
    undefined,
  );
}

/** Rewards are kept to six digits; a difference that equals the margin counts. Equal rewards never make a pair. */
function differ(best: Candidate, worst: Candidate, margin: number): boolean {
  const difference = Math.round((best.reward! - worst.reward!) * 1e6) / 1e6;
  return difference > 0 && difference >= margin;
}
