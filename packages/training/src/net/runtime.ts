/**
 * The one door to onnxruntime-node: loaded when something is trained, not before.
 * @module
 */
type Runtime = typeof import('onnxruntime-node');

/** Loads the runtime. */
export async function runtime(): Promise<Runtime> {
  const found = await import('onnxruntime-node');
  return ((found as { default?: Runtime }).default ?? found) as Runtime;
}
