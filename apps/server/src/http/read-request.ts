// Read request: parameters, query and body checked against the contract; all that is wrong is said at once.
import type { FieldError } from '@quittance/contracts/refusals';
import { isUpload, type Route } from '@quittance/contracts/route';
import type { Language } from '@quittance/core/parties';
import type { FastifyRequest } from 'fastify';
import { fieldErrors, Refused } from '../problems/index.ts';

const PARTS = ['params', 'query', 'body'] as const;

/** The three parts, read and completed. */
export type ReadInput = { params: unknown; query: unknown; body: unknown };

/** @throws Refused `invalid_request` with every field at fault. */
export function readRequest(route: Route, request: FastifyRequest, language: Language): ReadInput {
  const errors: FieldError[] = [];
  const read: ReadInput = { params: {}, query: {}, body: undefined };
  for (const part of PARTS) {
    const schema = route[part];
    if (schema === undefined || isUpload(schema)) continue;
    const outcome = schema.safeParse(request[part], { reportInput: true });
    if (outcome.success) read[part] = outcome.data;
    else errors.push(...fieldErrors(part, outcome.error.issues, language));
  }
  if (errors.length > 0) throw new Refused('invalid_request', {}, errors);
  return read;
}
