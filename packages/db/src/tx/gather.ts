// Joins many small pieces of text into few large ones: a row at a time would cost a network message each.

type Piece = Buffer | string;
const ENOUGH = 64 * 1024;

function gatherer(): { add(piece: Piece): Piece[]; rest(): Piece[] } {
  let text = '';
  const flush = (): Piece[] => {
    const flushed = text === '' ? [] : [text];
    text = '';
    return flushed;
  };
  const add = (piece: Piece): Piece[] => {
    if (typeof piece !== 'string') return [...flush(), piece];
    text += piece;
    return text.length < ENOUGH ? [] : flush();
  };
  return { add, rest: flush };
}

async function* gatherAsync(source: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  const { add, rest } = gatherer();
  for await (const piece of source) yield* add(piece);
  yield* rest();
}

function* gatherSync(source: Iterable<Piece>): Generator<Piece> {
  const { add, rest } = gatherer();
  for (const piece of source) yield* add(piece);
  yield* rest();
}

/** The same bytes in pieces of about 64 KiB; buffers are passed on as they come. */
export const gather = (source: AsyncIterable<Piece> | Iterable<Piece>): AsyncIterable<Piece> | Iterable<Piece> =>
  Symbol.asyncIterator in source ? gatherAsync(source) : gatherSync(source);
