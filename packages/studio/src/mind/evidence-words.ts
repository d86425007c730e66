/**
 * Which evidence is shown, how long its bars are, and what they mean in words.
 * @module
 */
import type { Evidence, Ground } from '../api/evidence-client.ts';

/** Smaller effects would read as 0.000. */
const FAINTEST = 0.0005;

/** Grounds of one kind that can be seen, strongest first. */
export interface Group {
  readonly title: string;
  readonly grounds: readonly Ground[];
}

const GROUPS: readonly (readonly [title: string, kinds: readonly Ground['kind'][]])[] = [
  ['From the conversation', ['wish', 'rejected', 'doubted', 'closed']],
  ['From the questions that are open', ['question']],
  ['From its belief in items and answers', ['item', 'answer']],
];

/**
 * Grounds, without the questions that the act and its rival themselves are: each is worth most of what its act is worth, which
 * tells nobody why, and next to that all the rest looks like nothing.
 */
export function telling({ act, rival, grounds }: Evidence): readonly Ground[] {
  const own = [act, rival].map(({ id }) => id.replace(/^ask:/, 'question:'));
  return grounds.filter(({ id }) => !own.includes(id));
}

/** Puts grounds into groups, without those that moved nothing, and groups in which none is left. */
export function groupsOf(grounds: readonly Ground[]): Group[] {
  const seen = grounds.filter(({ onLead }) => Math.abs(onLead) >= FAINTEST);
  return GROUPS.map(([title, kinds]) => ({ title, grounds: seen.filter(({ kind }) => kinds.includes(kind)) })).filter(
    (group) => group.grounds.length > 0,
  );
}

/** The strongest effect of all, 0 where there is none. */
export function strongest(grounds: readonly Ground[]): number {
  return Math.max(0, ...grounds.map(({ onLead }) => Math.abs(onLead)));
}

/** Where a bar begins and how wide it is, in percent: the middle is no effect, to the right is towards the act. */
export function barOf(onLead: number, most: number): { readonly left: number; readonly width: number } {
  const width = most > 0 ? Math.max(0.6, 50 * (Math.abs(onLead) / most)) : 0;
  return { left: onLead < 0 ? 50 - width : 50, width };
}

/** "+0.070", "−0.022". */
export function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
}

/** What the numbers mean. */
export function meaning({ act, rival, lead }: Evidence): string {
  const stands =
    lead < 0
      ? `“${act.label}” is ${(-lead).toFixed(3)} behind “${rival.label}”`
      : `“${act.label}” leads “${rival.label}” by ${lead.toFixed(3)}`;
  return `${stands} in R*. Each number is how much of that comes from one thing: the difference with it, less the difference without it. They do not add up, as each is left out by itself.`;
}
