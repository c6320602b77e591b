// Task: the server itself, HTTP only, on the database of DATABASE_URL; options as for `quittance serve`.
import { serve } from '../../../apps/server/dist/index.js';

await serve(process.argv.slice(2), process.env);
