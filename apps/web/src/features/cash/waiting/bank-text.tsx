// Bank text: what the bank wrote, word for word, with the evidence marked where it stands.
import type { ExplanationView } from '@quittance/contracts/api';

type Spans = ExplanationView['spans'];
type Piece = Readonly<{ from: number; text: string; isEvidence: boolean }>;

/** The text cut at the ends of its evidence; spans that overlap count once, those outside the text not at all. */
export function cutText(text: string, spans: Spans): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const add = (to: number, isEvidence: boolean) => {
    if (to > at) pieces.push({ from: at, text: text.slice(at, to), isEvidence });
    at = Math.max(at, to);
  };
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    add(Math.min(from, text.length), false);
    add(Math.min(to, text.length), true);
  }
  add(text.length, false);
  return pieces;
}

/** Marked by a background and an underline, and announced as marked. */
export function BankText({ text, spans }: Readonly<{ text: string; spans: Spans }>) {
  return (
    <p className="q-banktext">
      {cutText(text, spans).map(({ from, text: piece, isEvidence }) =>
        isEvidence ? <mark key={from}>{piece}</mark> : <span key={from}>{piece}</span>,
      )}
    </p>
  );
}
