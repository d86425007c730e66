import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('prints what moved the first decision of the policy that ships', async () => {
  vi.stubGlobal('process', { ...process, argv: ['node', 'learned-policy.ts'] });
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  await import('./learned-policy.ts');
  const text = lines.join('\n');
  expect(text).toContain('(decided by the learned policy)');
  expect(text).toMatch(/What moved it, towards “.+” \(\+\) or “.+” \(−\):\n {2}[+−]\d\.\d{3} {2}\S/);
});
