// Task: imports the FEC named on the command line (application URL, organization, company, path) and prints the highest resident set in KiB.
import { createDb, createPool } from '@quittance/db/tx';
import { importBooks } from '../stand/import-books.mjs';

const [appUrl, orgId, companyId, path] = process.argv.slice(2);
const pool = createPool({ url: appUrl, name: 'quittance bench import' });
const db = createDb({ pool });
await importBooks({ db, orgId: Number(orgId), companyId: Number(companyId) }, path);
await db.destroy();
if (!pool.ended) await pool.end();
console.log(process.resourceUsage().maxRSS);
