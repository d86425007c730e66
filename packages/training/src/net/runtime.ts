/**
 * The one door to onnxruntime-node: loaded when something is trained, not before, and with its telemetry off. As it comes
 * it reports each session to its maker; the switch is an environment variable that it reads when it is loaded.
 * @module
 */
type Runtime = typeof import('onnxruntime-node');

/**
 * Keeps the runtime from reporting. A worker thread has a copy of the environment that native code does not see, so whoever
 * starts one calls this first.
 */
export function silence(): void {
  process.env.ORT_DISABLE_TELEMETRY = '1';
}

/** Loads the runtime. */
export async function runtime(): Promise<Runtime> {
  silence();
  const found = await import('onnxruntime-node');
  return ((found as { default?: Runtime }).default ?? found) as Runtime;
}
