import { expect, describe as group, it } from 'vitest';
import { createProgress, describe } from './progress.ts';

function stage(isTTY: boolean): {
  lines: string[];
  at: (ms: number) => void;
  progress: ReturnType<typeof createProgress>;
} {
  const lines: string[] = [];
  let time = 500;
  const stream = { isTTY, write: (text: string) => lines.push(text) };
  const progress = createProgress('offer', 1000, stream, () => time);
  const at = (ms: number): void => {
    time = 500 + ms;
  };
  return { lines, at, progress };
}

group('progress', () => {
  it('keeps quiet about what is over in two seconds', () => {
    const { lines, at, progress } = stage(true);
    for (let ms = 0; ms < 2000; ms += 50) {
      at(ms);
      progress.update(ms / 2);
    }
    progress.finish();
    expect(lines).toEqual([]);
  });

  it('rewrites one line on a terminal, and clears it', () => {
    const { lines, at, progress } = stage(true);
    at(2000);
    progress.update(400);
    at(2050);
    progress.update(410);
    at(2100);
    progress.update(420);
    progress.finish();
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe('\r\x1b[2Koffer: 400 of 1,000 cases, 200 a second, 3 s left');
    expect(lines[2]).toBe('\r\x1b[2K');
  });

  it('writes few plain lines where there is no terminal', () => {
    const { lines, at, progress } = stage(false);
    for (let ms = 0; ms <= 30_000; ms += 100) {
      at(ms);
      progress.update(ms / 100);
    }
    progress.finish();
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/^offer: [\d,]+ of 1,000 cases, .* left\n$/);
  });

  it('tells long times in minutes and hours', () => {
    expect(describe('x', 10, 2000, 10)).toContain('1.0 a second, 33 min left');
    expect(describe('x', 1, 20_000, 1)).toContain('5.6 h left');
  });
});
