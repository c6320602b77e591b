// A worker of its own process, to be killed: recovers what the dead left, delivers what is due, and exits when the queue is empty.
// Runs the built program. Argument: {"appUrl", "orgId", "companyId", "on", "now", "port"} as JSON.
import { createMessageRenderer } from '@quittance/adapters/messages';
import { createSmtpSender } from '@quittance/adapters/smtp';
import { createTemplateEngine } from '@quittance/adapters/templates-liquid';
import { createDb } from '@quittance/db/tx';
import { deliverDue, recoverClaims } from '@quittance/usecases/delivery';
import { clockAt } from '@quittance/usecases/ports';
import { takeWorkerNumber } from '../../dist/wiring/worker-number.js';

const { appUrl, orgId, companyId, on, now, port } = JSON.parse(process.argv[2]);
const db = createDb({ url: appUrl, name: 'quittance killed worker' });
const number = await takeWorkerNumber(appUrl);
const context = { db, orgId, actor: 'worker', clock: clockAt(new Date(now)) };
// E-mails only: no letter is made
const letters = { renderLetter: () => Promise.reject(new Error('no letters here')), close: async () => {} };
const renderer = createMessageRenderer({ engine: createTemplateEngine(), letters });
const mail = createSmtpSender({ host: '127.0.0.1', port, security: 'none', user: null, password: null });
process.stdout.write('ready\n');
const recovered = await recoverClaims(context);
const counts = await deliverDue(context, { renderer, mail, worker: number.worker }, { companyId, on });
process.stdout.write(`${JSON.stringify({ recovered, counts })}\n`);
await mail.close();
await number.release();
await db.destroy();
