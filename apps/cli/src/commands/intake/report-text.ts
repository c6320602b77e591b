// The report of an imported file for people: what became of it, what was touched, what could not be read.
import { fill, importNote, noteFacts } from '@quittance/contracts/messages';
import type { ImportReport } from '@quittance/usecases/imports';
import { amountText, dayText } from '../../output/format.ts';
import type { CompanyDesk } from '../../run/desk.ts';

const MOST_ERRORS = 20;

function touchedLines({ counts }: ImportReport, { words, language }: CompanyDesk): string[] {
  return (Object.keys(counts) as (keyof ImportReport['counts'])[])
    .filter((what) => counts[what].created + counts[what].updated > 0)
    .map((what) => `  ${fill(words.touched[what], counts[what], language)}`);
}

function errorLines({ errors, errorCount }: ImportReport, { words, language }: CompanyDesk): string[] {
  if (errorCount === 0) return [];
  const shown = errors.slice(0, MOST_ERRORS).map((error) => `  ${fill(words.says.rowError, { ...error })}`);
  const more = errorCount - shown.length;
  return [
    fill(words.says.rowErrors, { count: errorCount }, language),
    ...shown,
    ...(more > 0 ? [fill(words.says.more, { count: more })] : []),
  ];
}

function noteLines({ notes }: ImportReport, { settings, language }: CompanyDesk): string[] {
  const write = {
    amount: (cents: number) => amountText(cents, settings.currency, language),
    day: (on: string) => dayText(on, language),
  };
  return notes.map(({ code, ...facts }) => `  ${fill(importNote(code, language), noteFacts(facts, write), language)}`);
}

/** One file's report. */
export function reportText(report: ImportReport, desk: CompanyDesk): string {
  const { words, settings, language } = desk;
  const { file, kind, refusal } = report;
  const lines = [fill(words.says[report.status], { file, kind, code: refusal?.code })];
  const sentence = refusal && words.refusals[refusal.code];
  if (refusal) lines.push(`  ${fill(sentence ?? words.says.refusedSeen, { ...refusal })}`);
  lines.push(...touchedLines(report, desk), ...errorLines(report, desk));
  lines.push(...noteLines(report, desk));
  lines.push(fill(words.says.openAfter, { amount: amountText(report.openCents, settings.currency, language) }));
  return lines.join('\n');
}
