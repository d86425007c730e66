/**
 * Reports of runs, as `@sente/lab/report`. Apart from the front door, since charts are drawn with libraries that nothing
 * else needs.
 * @module
 */

export { reportHtml } from './report/html/report-html.ts';
export { reportJson } from './report/json.ts';
export { reportJunit } from './report/junit.ts';
export { reportMarkdown } from './report/markdown.ts';
export { type ReportOptions, reportDocument } from './report/model/report-document.ts';
export type * from './report/model/report-model.ts';
export { shownTalk } from './report/model/sample-talks.ts';
