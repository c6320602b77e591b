// Errors document: docs/errors.md, made from the catalogue and the table of statuses, so that no refusal is missing from it.
import { REFUSAL_MESSAGES } from '@quittance/contracts/messages';
import { BUSINESS_REFUSALS, DOOR_REFUSALS, type RefusalCode } from '@quittance/contracts/refusals';
import { REFUSAL_STATUS } from './statuses.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('{', '`{').replaceAll('}', '}`');

const line = (code: RefusalCode): string => {
  const { fr, en } = REFUSAL_MESSAGES[code];
  return `| \`${code}\` | ${REFUSAL_STATUS[code]} | ${cell(fr.detail)} | ${cell(en.detail)} |`;
};

const table = (codes: readonly RefusalCode[]): string =>
  ['| code | status | français | English |', '|---|---|---|---|', ...codes.map(line)].join('\n');

/** The document as Markdown. */
export const errorsDocument = (): string => `# Refusals of the API

Generated from the catalogue; \`npx vitest run --project rules apps/server/src/problems -u\` writes it anew. Every refusal is an
\`application/problem+json\` (RFC 9457) with its \`code\`, the \`facts\` it is about, the \`errors\` of fields where there are any,
and the \`requestId\` that the log has too. A word in braces is filled from the facts.

## Of any route

${table(DOOR_REFUSALS)}

## Of the business

Each route names those it may answer, in its contract and in \`/api/v1/openapi.json\`.

${table(BUSINESS_REFUSALS)}
`;
