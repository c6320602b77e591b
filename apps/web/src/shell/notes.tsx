// Notes: what every screen says above its title, on one slim line: test mode, the next first step, an import at work.
import { RunningImport } from '../features/imports/running-import.tsx';
import { StartNote } from '../features/start/start-note.tsx';
import { TestBanner } from './test-banner.tsx';

/** Takes no room where there is nothing to say. */
export const Notes = () => (
  <div className="q-notes">
    <TestBanner />
    <StartNote />
    <RunningImport />
  </div>
);
