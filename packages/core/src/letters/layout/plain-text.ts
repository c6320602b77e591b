// Plain text: the text alternative of an e-mail and the text of a script. Same facts as the other layouts, one line each.
import type { ProseBlock, ProseRun } from '../prose.ts';
import type { MessageView } from '../view.ts';
import { typeset } from '../wording/format.ts';
import { labels } from '../wording/labels.ts';
import { renderInvoiceTable } from './invoice-table.ts';
import { signatureLines } from './letterhead.ts';
import { renderPaymentBlock } from './payment-block.ts';

const plain = (runs: readonly ProseRun[], view: MessageView): string =>
  typeset(runs.map((run) => run.text).join(''), view.language);

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

function invoicesText(view: MessageView): string {
  const { head, rows, sums, notes } = renderInvoiceTable(view);
  const colon = view.language === 'fr' ? '\u00A0:' : ':';
  const lines = rows.map((row) => {
    const order = row.orderRef ? ` (${head.orderRef}${colon} ${row.orderRef})` : '';
    const facts = [
      `${head.issuedOn} ${row.issuedOn}`,
      `${head.dueOn} ${row.dueOn}`,
      row.lateText,
      `${head.gross} ${row.gross}`,
    ];
    return `- ${head.number} ${row.number}${order}${colon} ${row.open}\n  ${facts.map(lowerFirst).join(', ')}`;
  });
  const totals = sums.map((sum) => `${sum.label}${sum.detail ? ` (${sum.detail})` : ''}${colon} ${sum.amount}`);
  return [...lines, '', ...totals, ...notes].join('\n');
}

function paymentText(view: MessageView): string {
  const block = renderPaymentBlock(view);
  const colon = view.language === 'fr' ? '\u00A0:' : ':';
  const link = block.link ? [`${block.link.label}${colon} ${block.link.url}`] : [];
  return [`${block.title}${colon}`, ...link, ...block.facts.map((f) => `${f.label}${colon} ${f.value}`)].join('\n');
}

function blockText(block: ProseBlock, view: MessageView): string {
  if (block.kind === 'invoices') return invoicesText(view);
  if (block.kind === 'payment') return paymentText(view);
  if (block.kind === 'list') return block.items.map((item) => `- ${plain(item, view)}`).join('\n');
  return block.lines.map((line) => plain(line, view)).join('\n');
}

/** Blocks as plain text; an e-mail also gets its signature. */
export function renderPlainText(view: MessageView, blocks: readonly ProseBlock[]): string {
  const body = blocks.map((block) => blockText(block, view));
  if (view.channel !== 'email') return `${body.join('\n\n')}\n`;
  const { sender } = view;
  const phone = sender.phone ? [`${labels(view.language).phone} ${sender.phone}`] : [];
  return `${[...body, [...signatureLines(sender), ...phone].join('\n')].join('\n\n')}\n`;
}
