// A served house: the HTTP server in a process of its own over a benchmark's database, set up, filled and signed in.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { generateLedger } from '../generate-ledger.mjs';
import { BENCH_DAY } from '../ground.mjs';

const freePort = async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
};

const start = async (database, dataDir) => {
  const port = await freePort();
  const script = fileURLToPath(new URL('../tasks/serve.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, '--port', String(port), '--only', 'api', '--data', dataDir], {
    env: { ...process.env, DATABASE_URL: database.ownerUrl, QUITTANCE_LOG: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('Quittance:')) return { url: `http://localhost:${port}`, child };
  throw new Error('the server did not start');
};

const USER = { name: 'Bench', email: 'bench@quittance.example', password: 'un long mot de passe de mesure' };

const post = async (url, path, body) => {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-quittance': '1' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
};

const signIn = async (url) => {
  const answer = await post(url, '/api/auth/sign-in', { email: USER.email, password: USER.password });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
};

const settle = async (database, url, invoices) => {
  const made = await (await post(url, '/api/v1/setup', { company: { name: 'Bench' }, user: USER })).json();
  await generateLedger(database.admin, { ...made, invoices, on: BENCH_DAY });
  const { rows } = await database.admin.query(
    'SELECT customer_id FROM customers WHERE org_id = $1 ORDER BY customer_id LIMIT 1',
    [made.orgId],
  );
  return { url, cookie: await signIn(url), firstCustomerId: Number(rows[0].customer_id) };
};

/** Serves a ledger of so many invoices; gives the address, the session's cookie, and an id to ask for. */
export async function openHouse(ground, invoices) {
  const database = await ground.freshDatabase();
  let child = null;
  const close = async () => {
    child?.kill('SIGTERM');
    if (child && child.exitCode === null) await once(child, 'exit');
    await database.close();
  };
  try {
    const started = await start(database, join(ground.dataDir, `house-${invoices}`));
    child = started.child;
    return { ...(await settle(database, started.url, invoices)), close };
  } catch (error) {
    await close();
    throw error;
  }
}
