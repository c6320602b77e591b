// Letter renderer: Typst behind the LetterRenderer port, in threads of its own.
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import type { BalancePrinter, LetterRenderer, RenderedPdf } from '@quittance/usecases/ports';
import { balanceModel } from './balance-model.ts';
import { BALANCE_SOURCE } from './balance-source.ts';
import { FRENCH_WINDOW, type LetterGeometry } from './geometry.ts';
import { INDEX_SOURCE, type IndexModel } from './index-source.ts';
import { letterModel } from './letter-model.ts';
import { LETTER_SOURCE } from './letter-source.ts';
import { statementModel } from './statement-model.ts';
import { STATEMENT_SOURCE } from './statement-source.ts';
import { createWorkerPool } from './worker-pool.ts';

export type LetterRendererOptions = Readonly<{
  geometry?: LetterGeometry;
  /** Threads at most; by default one core is left to the process that asks. */
  threads?: number;
  /** PDF/A-3b for archives: fonts and colours described in the file, at some cost. */
  archival?: boolean;
  timeoutMs?: number;
}>;

const require = createRequire(import.meta.url);
const FONTS = ['400Regular/Lato_400Regular.ttf', '700Bold/Lato_700Bold.ttf'];

/** Marks that force the direction of text: invisible on paper, and Latin letters under them abort the compiler with its whole process. */
const DIRECTION_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Half of a character beyond the basic plane, left by a text that was cut: no file can hold it. */
const HALVES = /\p{Surrogate}/gu;
const whole = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replace(HALVES, '\uFFFD') : value;

/** Lato draws the narrow no-break space too thin to part thousands: on paper the wider one is used. */
const asSheet = (model: unknown): string =>
  JSON.stringify(model, whole).replaceAll('\u202F', '\u00A0').replace(DIRECTION_MARKS, '');

/** Draws the pages in front of a print batch. */
export type IndexRenderer = Readonly<{ renderIndex(index: IndexModel): Promise<RenderedPdf> }>;

/** A renderer; `close` it to end its threads. */
export function createLetterRenderer(
  options: LetterRendererOptions = {},
): LetterRenderer & IndexRenderer & BalancePrinter {
  const geometry = options.geometry ?? FRENCH_WINDOW;
  const start = {
    compiler: require.resolve('@myriaddreamin/typst-ts-node-compiler'),
    fonts: FONTS.map((font) => require.resolve(`@expo-google-fonts/lato/${font}`)),
    sources: { letter: LETTER_SOURCE, statement: STATEMENT_SOURCE, index: INDEX_SOURCE, balance: BALANCE_SOURCE },
    pdfStandard: options.archival ? 'a-3b' : '1.7',
  };
  const threads = options.threads ?? Math.max(1, availableParallelism() - 1);
  const pool = createWorkerPool(start, threads, options.timeoutMs ?? 60_000);
  return {
    renderLetter: (letter) => pool.compile('letter', asSheet(letterModel(letter, geometry))),
    renderStatement: (statement) => pool.compile('statement', asSheet(statementModel(statement, geometry))),
    renderBalance: (print) => pool.compile('balance', asSheet(balanceModel(print))),
    renderIndex: (index) => pool.compile('index', asSheet(index)),
    close: () => pool.close(),
  };
}
