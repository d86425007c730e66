/**
 * Scripted models for tests of the layer.
 * @module
 */
export * from './scripted-model.ts';
