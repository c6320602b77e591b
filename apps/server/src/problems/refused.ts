// Refused: how the doors (not the use cases) say no from inside a hook. Caught by the error handler, never logged as a bug.
import type { FieldError, RefusalCode, RefusalFacts } from '@quittance/contracts/refusals';
import type { RefusalWithFields } from './problem.ts';

/** Thrown by doors; carries a refusal. */
export class Refused extends Error {
  readonly refusal: RefusalWithFields;

  constructor(code: RefusalCode, facts: RefusalFacts = {}, errors: readonly FieldError[] = []) {
    super(code);
    this.name = 'Refused';
    this.refusal = { code, facts, errors };
  }
}
