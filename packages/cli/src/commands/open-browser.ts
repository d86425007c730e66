/**
 * Opening a page in the user's browser, where there is one.
 * @module
 */
import { spawn } from 'node:child_process';

/** Tries to open `url`; says nothing when it cannot. Only for a person at a desktop: not in pipes, not over SSH. */
export function openBrowser(url: string): void {
  const { platform, env } = process;
  const hasDesktop = platform !== 'linux' || env.DISPLAY !== undefined || env.WAYLAND_DISPLAY !== undefined;
  if (!process.stdout.isTTY || env.CI !== undefined || env.SSH_CONNECTION !== undefined || !hasDesktop) return;
  const [command, ...args] =
    platform === 'darwin' ? ['open'] : platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
