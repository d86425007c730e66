/**
 * Records for trainers of large models, as `@sente/training/data`: plays conversations with any model, scores several
 * replies a turn by the conversation that each leads to, and writes the files.
 * @module
 */
export type { DataCard, DataInputs } from './data/card.ts';
export { DATA_SETTINGS, type DataCase, type DataSettings } from './data/data-case.ts';
export { createDataProbe, DATA_PROBE } from './data/data-probe.ts';
export { dataTasks, type TaskOptions } from './data/data-tasks.ts';
export { type FileTask, fileTaskSchema } from './data/file-tasks.ts';
export { checkFile, type DataFile, OPENAI_LEAST, RecordError, SCHEMAS } from './data/schemas.ts';
export { type WriteDataOptions, writeData } from './data/write-data.ts';
