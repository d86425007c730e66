/**
 * A small trained language model: its shop, its weights, and inference in plain TypeScript.
 * @module
 */
export * from './checkpoint/checkpoint.ts';
export * from './checkpoint/safetensors.ts';
export * from './model/shape.ts';
export * from './model/special.ts';
export * from './shop/bags.ts';
export * from './shop/read-reply.ts';
export * from './shop/stakes.ts';
export * from './shop/words.ts';
export * from './text/tokenizer.ts';
