// Front door of the journal room: append-only lines, chained by hash, and their verification.
export { appendEvent, appendEvents, type JournalEvent } from './append-event.ts';
export { FIRST_PREVIOUS_HASH, hashLine, type JournalLine } from './chain.ts';
export { findEvent } from './find-event.ts';
export { findJournalSeq } from './head.ts';
export { type EventFilter, type EventRow, listEvents, type NamedEventRow, streamEvents } from './list-events.ts';
export {
  type JournalCheck,
  type JournalFault,
  type JournalPiece,
  verifyJournal,
  verifyPiece,
} from './verify-journal.ts';
