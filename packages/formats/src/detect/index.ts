// Front door of detection.
export { detectKind } from './detect-kind.ts';
export type { DetectedKind } from './kinds.ts';
