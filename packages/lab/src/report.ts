/**
 * Reports of runs, as `@sente/lab/report`. Apart from the front door, since charts are drawn with libraries that nothing
 * else needs.
 * @module
 */

export { COLOUR_STYLE, type Look, lookOf } from './report/html/colours.ts';
export { type ChartNames, drawSvg } from './report/html/draw-svg.ts';
export { escapeHtml, slug } from './report/html/escape.ts';
export { pageFrame } from './report/html/frame.ts';
export { swatch } from './report/html/legend.ts';
export { MARK, THEMES } from './report/html/mark.ts';
export { plotChart } from './report/html/plot-chart.ts';
export { reportHtml } from './report/html/report-html.ts';
export { REPORT_STYLE } from './report/html/report-style.ts';
export { reportJson } from './report/json.ts';
export { reportJunit } from './report/junit.ts';
export { reportMarkdown } from './report/markdown.ts';
export {
  differenceRange,
  differenceText,
  figureText,
  isNumber,
  NOTHING,
  rangeText,
  valueText,
} from './report/model/figure-text.ts';
export { type ReportOptions, reportDocument } from './report/model/report-document.ts';
export type * from './report/model/report-model.ts';
export { shownTalk } from './report/model/sample-talks.ts';
