/**
 * The heads of the two columns: who speaks there, and how it decides.
 * @module
 */
import '../talk/side-head.css';
import type { OpenSettings } from '../api/open-types.ts';
import { Stone } from '../brand/stone.tsx';

function how({ horizon, mode, restraint }: OpenSettings): string {
  if (mode === 'observe') return 'Only observes: the bare answer goes out';
  if (restraint.off) return 'Held back: initiative is switched off';
  if (horizon === 0) return 'Horizon 0: judges this reply alone';
  return `Horizon ${horizon}: looks ${horizon} ${horizon === 1 ? 'turn' : 'turns'} ahead`;
}

/** Both heads. */
export function OpenHeads({ settings }: { settings: OpenSettings | undefined }) {
  return (
    <div className="talk-heads">
      <div className="side-head passive">
        <Stone side="passive" size="l" />
        <div className="side-head-who">
          <h2>Passive</h2>
          <p className="quiet small">The model as it is</p>
        </div>
      </div>
      <div className="side-head initiative">
        <Stone side="initiative" size="l" />
        <div className="side-head-who">
          <h2>With initiative</h2>
          <p className="quiet small">{settings ? how(settings) : 'Setting up …'}</p>
        </div>
      </div>
    </div>
  );
}
