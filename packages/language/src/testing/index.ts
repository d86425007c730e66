/**
 * Scripted models for tests of the layer.
 * @module
 */
export {};
