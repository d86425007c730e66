import { describe, expect, it } from 'vitest';
import { checkGradient, gradientDifference } from './gradient-check.test.support.ts';
import { Tape } from './tape.ts';

describe('tape', () => {
  it('says that nothing depends on a value', () => {
    const tape = new Tape();
    expect(() => tape.gradient(tape.graph.input('x', [1]))).toThrow('nothing depends on x');
  });

  it('is held to account: the check finds a wrong sign, a lost factor and a gradient of nothing', async () => {
    const squaredBy = (factor: number) => ({
      inputs: { x: [2, 3] },
      build: (tape: Tape, { x }: Record<string, ReturnType<Tape['op']>>) =>
        tape.differentiate(tape.op('Mul', [x, x], x.shape), (gradient) => {
          const slope = tape.op('Mul', [x, tape.graph.scalar(factor)], x.shape);
          tape.add(x, tape.op('Mul', [slope, gradient], x.shape));
        }),
    });
    await checkGradient(squaredBy(2));
    for (const wrong of [-2, 1, 2.01]) await expect(checkGradient(squaredBy(wrong))).rejects.toThrow('off by');
    const nothing = {
      inputs: { x: [2, 3] },
      build: (tape: Tape, { x }: Record<string, ReturnType<Tape['op']>>) =>
        tape.differentiate(tape.op('Mul', [x, tape.graph.scalar(0)], x.shape), (gradient) =>
          tape.add(x, tape.op('Mul', [gradient, tape.graph.scalar(0)], x.shape)),
        ),
    };
    expect((await gradientDifference(nothing)).worst).toBe(0);
    await expect(checkGradient(nothing)).rejects.toThrow('nothing to check');
  });
});
