// Letter renderer port: PDF letters and statements of account, without blocking the process that asks.
import type { MessageView, ProseBlock, StatementView } from '@quittance/core/letters';

/** A finished PDF. */
export type RenderedPdf = Readonly<{ pdf: Uint8Array; pages: number }>;

export type LetterRenderer = Readonly<{
  /** One A4 letter for a window envelope. `view` has been checked; `subject` and `body` are rendered prose. */
  renderLetter(
    letter: Readonly<{ view: MessageView; subject: string; body: readonly ProseBlock[] }>,
  ): Promise<RenderedPdf>;
  /** A statement of account: every movement of one customer over a period, with its running balance. */
  renderStatement(statement: StatementView): Promise<RenderedPdf>;
  /** Ends the workers; later calls reject. */
  close(): Promise<void>;
}>;
