// The kinds of files detection can name.
import type { TableKind } from '@quittance/core/intake';

/** Kinds of files, as the command line names them; `csv` comes with the kind of its rows. */
export type DetectedKind = Readonly<
  | { kind: 'csv'; table: TableKind; confidence: number; reason: string }
  | {
      kind: 'fec' | 'xlsx' | 'camt' | 'cfonb120' | 'cfonb240' | 'mt940' | 'ofx' | 'einvoice' | 'unknown';
      reason: string;
    }
>;
