import { describe, expect, it } from 'vitest';
import { modelFailure, modelTrouble } from './model-failure.ts';

/** An error as the AI SDK throws them. */
const refusal = (statusCode: number, message: string): Error => Object.assign(new Error(message), { statusCode });

describe('what went wrong with a model', () => {
  it('says what its server said once, however often it was wrapped', () => {
    const socket = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), { code: 'ECONNREFUSED' });
    const call = new Error('Cannot connect to API: connect ECONNREFUSED 127.0.0.1:9', { cause: socket });
    expect(modelTrouble('http://127.0.0.1:9/v1#m', call)).toEqual({
      what: 'Cannot connect to API: connect ECONNREFUSED 127.0.0.1:9',
      advice: 'Look at the address, and whether the server runs.',
    });
    expect(modelTrouble('ollama:m', call).advice).toContain('ollama serve');
  });

  it('names the variable of the key that is wanted', () => {
    const unknown = refusal(401, 'Incorrect API key provided.');
    expect(modelTrouble('openai:m', unknown).advice).toContain('OPENAI_API_KEY');
    expect(modelTrouble('http://127.0.0.1:9/v1#m', unknown).advice).toContain('SENTE_MODEL_KEY');
    expect(modelTrouble('ollama:m', unknown).advice).not.toContain('_KEY');
  });

  it('is a refusal of the API', () => {
    expect(modelFailure('ollama:m', refusal(404, 'no m'))).toMatchObject({
      code: 'model-failed',
      message: 'ollama:m could not be asked: it answered with status 404 (no m)',
      advice: 'Get the model first: ollama pull m',
    });
  });
});
