/**
 * The report of the experiment, as `@sente/training/report`. Apart from the front door, since charts are drawn with
 * libraries that nothing else needs.
 * @module
 */

export { passivityReport } from './report/passivity-report.ts';
export { summaryText } from './report/summary-text.ts';
