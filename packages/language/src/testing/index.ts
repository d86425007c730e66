/**
 * Scripted models and injection attempts, for tests of the layer and of models.
 * @module
 */
export * from './injections.ts';
export * from './scripted-model.ts';
