/**
 * Who writes to a run, and whether it is still alive.
 * @module
 */
import { hostname } from 'node:os';

/** One process, as far as runs are concerned. */
export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** Whether a process of this host is there. */
  isAlive(pid: number): boolean;
}

/** The process that writes to a run. */
export interface Owner {
  readonly host: string;
  readonly pid: number;
  /** Tells two takings of one process apart, and a process from an earlier one that had its number. */
  readonly token: string;
}

/** A process of another host that gave no sign of life for so long, in milliseconds, is dead. */
const SILENT_ELSEWHERE = 60_000;
/** One of this host whose number is in use: held up, or its number was given to another. */
const SILENT_HERE = 600_000;

/** Tokens of this process that are in use. */
const own = new Set<string>();

/** The process that this code runs in. */
export function thisProcess(): ProcessIdentity {
  return { host: hostname(), pid: process.pid, isAlive };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Marks a token as this process's own, until it is let go. */
export function hold(token: string): void {
  own.add(token);
}

/** See `hold`. */
export function letGo(token: string): void {
  own.delete(token);
}

/** Whether the owner may still write. `silence` is the time since its last sign of life, in milliseconds. */
export function isLiving(owner: Owner, silence: number, here: ProcessIdentity): boolean {
  if (own.has(owner.token)) return true;
  if (owner.host !== here.host) return silence < SILENT_ELSEWHERE;
  // The same number and not ours: an earlier process had it, as the first one of a container always has.
  if (owner.pid === here.pid || !here.isAlive(owner.pid)) return false;
  return silence < SILENT_HERE;
}
