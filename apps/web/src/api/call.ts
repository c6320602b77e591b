// Call: the one door to the server. The session is a cookie; the language of messages goes with each call.
import { type Call, createClient } from '@quittance/contracts/client';

let language = 'fr';

/** Tells the server in which language to answer from now on. */
export const speak = (chosen: string): void => {
  language = chosen;
};

/** Calls a route of the API: `call(api.customers.list, { query: { page: 2 } })`. Refusals are thrown as ApiError. */
export const call: Call = createClient({ context: () => ({ language }) });
