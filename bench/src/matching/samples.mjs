// Where labelled sets from outside are looked for.
import { fileURLToPath } from 'node:url';

/** The folder of the samples, present or not. */
export const samplesRoot = () =>
  process.env.QUITTANCE_SAMPLES ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));
