import { expect, it } from 'vitest';
import { askToStop, createStopSwitch, heed, TrainingStoppedError, throwIfStopped } from './stop.ts';

it('stops this thread once it was asked, and not before', () => {
  throwIfStopped();
  const stop = createStopSwitch();
  heed(stop);
  throwIfStopped();
  askToStop(stop);
  expect(throwIfStopped).toThrow(TrainingStoppedError);
  heed(createStopSwitch());
  throwIfStopped();
});
