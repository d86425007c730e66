/**
 * PyTorch in a process of its own, asked by lines of JSON.
 * @module
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('./train_in_pytorch.py', import.meta.url));

/** A PyTorch that runs. */
export interface PyTorch {
  readonly version: string;
  /** File of the library that multiplies its matrices. */
  readonly blas: string;
  ask<Reply>(request: object): Promise<Reply>;
  close(): void;
}

/** There is no PyTorch, or it does not run. */
export class NoPyTorchError extends Error {
  override readonly name = 'NoPyTorchError';
}

/**
 * Starts it. Throws NoPyTorchError.
 * @param python the interpreter
 * @param waiting how its idle threads wait: `active` threads are there at once and take a core meanwhile
 */
export async function startPyTorch(python: string, threads: number, waiting: 'active' | 'passive'): Promise<PyTorch> {
  const env = {
    ...process.env,
    OMP_NUM_THREADS: `${threads}`,
    OPENBLAS_NUM_THREADS: `${threads}`,
    OMP_WAIT_POLICY: waiting,
  };
  const child = spawn(python, [SCRIPT, `${threads}`], { stdio: ['pipe', 'pipe', 'inherit'], env });
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (error) => reject(new NoPyTorchError(error.message)));
    child.once('exit', (code) => reject(new NoPyTorchError(`${python} ended with code ${code}`)));
  });
  failed.catch(() => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<string> => {
    const next = await Promise.race([lines.next(), failed]);
    return next.done ? failed : next.value;
  };
  const { missing, version, blas } = JSON.parse(await line());
  if (missing !== undefined) throw new NoPyTorchError(missing);
  return {
    version,
    blas,
    async ask(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      return JSON.parse(await line());
    },
    close: () => void child.kill(),
  };
}
