/**
 * What an audit comes to, of whatever it was made.
 * @module
 */
import type { AuditReport } from '@sente/lab';

/** A report for people and a document for programs. */
export interface Audited {
  readonly report: AuditReport;
  /** What `--json` prints. */
  readonly document: object;
  /** It ended early, and the name to go on with. */
  readonly stopped?: { readonly reason: 'budget' | 'interrupted'; readonly resume: string };
}
