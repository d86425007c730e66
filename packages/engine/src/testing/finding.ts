/**
 * What a conformance check reports. Plain values, for whatever test runner there is:
 * `expect(findings.filter((finding) => !finding.passed)).toEqual([])`.
 * @module
 */

/** One check and how it came out. */
export interface Finding {
  /** What was checked, as a statement that should hold: "states are left alone". */
  readonly check: string;
  readonly passed: boolean;
  /** What was looked at when it passed, what was wrong (the first case of it) when it did not. */
  readonly detail: string;
}

/** Collects the first problem of each check, and how many cases each one has seen. */
export class Findings {
  private readonly cases = new Map<string, number>();
  private readonly problems = new Map<string, string>();

  /** One more case of a check; `problem` is called for its description when it does not hold. */
  expect(check: string, holds: boolean, problem: () => string): void {
    this.cases.set(check, (this.cases.get(check) ?? 0) + 1);
    if (!holds && !this.problems.has(check)) this.problems.set(check, problem());
  }

  list(): Finding[] {
    return [...this.cases].map(([check, cases]) => {
      const problem = this.problems.get(check);
      const passed = problem === undefined;
      return { check, passed, detail: problem ?? `${cases} ${cases === 1 ? 'case' : 'cases'}` };
    });
  }
}
