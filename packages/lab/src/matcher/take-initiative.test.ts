import './vitest.ts';
import { describe, expect, it } from 'vitest';
import { takesInitiative } from './take-initiative.ts';

const asks = () => 'What matters most to you: the region, the length or the price?';
const tells = () => 'I would take the first one on the list.';

describe('initiative as an assertion', () => {
  it('holds of an assistant that keeps to the bars, and fails with figures of one that does not', async () => {
    await expect(asks).toTakeInitiative({ cases: 6, failIf: ['ask.assistant.asked-open < 0.5'] });
    const { pass, message } = await takesInitiative(tells, { cases: 6, failIf: ['ask.assistant.asked-open < 0.5'] });
    expect(pass).toBe(false);
    expect(message()).toContain('ask.assistant.asked-open < 0.5   (it is 0.00)');
    expect(message()).toContain('ask: ');
  });

  it('by default wants questions where a request is open, and none where it is closed', async () => {
    await expect(tells).not.toTakeInitiative({ cases: 6 });
    await expect(asks).not.toTakeInitiative({ cases: 6 });
  });

  it('cannot be passed by a bar that asks for what was not measured', async () => {
    await expect(takesInitiative(asks, { cases: 2, failIf: ['ask.assistant.nonsense > 1'] })).rejects.toThrow(
      'which this run did not measure',
    );
  });
});
