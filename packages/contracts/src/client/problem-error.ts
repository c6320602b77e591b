// The error a call throws: a refusal of the API as it came, or the network's silence.
import type { Problem, RefusalCode } from '../refusals/index.ts';

/** Thrown by the client. `code` is a refusal code, or `unreachable` when no answer came. */
export class ApiError extends Error {
  readonly code: RefusalCode | 'unreachable';
  /** HTTP status, 0 when no answer came. */
  readonly status: number;
  /** The whole problem, null when the answer was not one of ours. */
  readonly problem: Problem | null;

  constructor(status: number, code: RefusalCode | 'unreachable', problem: Problem | null, cause?: unknown) {
    super(problem?.detail ?? code, { cause });
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.problem = problem;
  }
}

/** Makes the error of an answer that is not a success. */
export async function readProblem(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === 'object' && body !== null && 'code' in body && 'requestId' in body) {
    const problem = body as Problem;
    return new ApiError(response.status, problem.code, problem);
  }
  return new ApiError(response.status, response.status >= 500 ? 'unavailable' : 'invalid_request', null);
}
