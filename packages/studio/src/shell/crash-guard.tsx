/**
 * What is seen when the studio itself fails: not a blank page.
 * @module
 */
import { Component, type ReactNode } from 'react';
import { RefusalNote } from './refusal-note.tsx';

/** Shows its children, or the fault that one of them threw. */
export class CrashGuard extends Component<{ children: ReactNode }, { fault: Error | undefined }> {
  override state: { fault: Error | undefined } = { fault: undefined };

  static getDerivedStateFromError(fault: unknown): { fault: Error } {
    return { fault: fault instanceof Error ? fault : new Error(String(fault)) };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === undefined) return this.props.children;
    return (
      <main className="app-trouble">
        <h1>The studio has a fault</h1>
        <RefusalNote error={fault} onRetry={() => location.reload()} />
        <p className="quiet">Trying again loads the page anew. If it comes back, report it with the words above.</p>
      </main>
    );
  }
}
