// Progress of an import, told at most five times a second, and always at a change of phase.

/** `checking` the file's hash, `reading` its rows, `saving` facts, `allocating` payments. */
export type ImportPhase = 'checking' | 'reading' | 'saving' | 'allocating' | 'done';

/** How far an import is. */
export type ImportProgress = Readonly<{
  phase: ImportPhase;
  /** Bytes read of this phase, and of the whole file (null until it was read once). */
  bytesRead: number;
  bytesTotal: number | null;
  rows: number;
  /** Share of the phase done, 0 to 1; null where it cannot be told. */
  share: number | null;
}>;

const LEAST_PAUSE_MS = 200;

/** Follows one import. */
export class Progress {
  private readonly tell: (progress: ImportProgress) => void;
  private state: ImportProgress = { phase: 'checking', bytesRead: 0, bytesTotal: null, rows: 0, share: null };
  private toldAt = 0;

  constructor(tell: (progress: ImportProgress) => void = () => {}) {
    this.tell = tell;
  }

  enter(phase: ImportPhase): void {
    this.state = { ...this.state, phase, bytesRead: 0, share: null };
    this.toldAt = performance.now();
    this.tell(this.state);
  }

  /** The file's size is known. */
  measured(bytesTotal: number): void {
    this.state = { ...this.state, bytesTotal };
  }

  rows(count: number): void {
    this.advance({ rows: this.state.rows + count });
  }

  /** So many of the rows read are saved. */
  saved(rows: number): void {
    if (this.state.rows > 0) this.advance({ share: Math.min(1, rows / this.state.rows) });
  }

  /** So many steps of a phase are done. */
  step(done: number, of: number): void {
    this.toldAt = 0;
    this.advance({ share: done / of });
  }

  /** The same bytes, counted as they pass. */
  async *count(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      this.advance({ bytesRead: this.state.bytesRead + chunk.length });
      yield chunk;
    }
  }

  private advance(change: Partial<ImportProgress>): void {
    this.state = { ...this.state, ...change };
    const now = performance.now();
    if (now - this.toldAt < LEAST_PAUSE_MS) return;
    this.toldAt = now;
    this.tell(this.state);
  }
}
