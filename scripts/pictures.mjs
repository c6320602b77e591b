// npm run pictures [NAME…]: takes the pictures of the README and the guide anew from the demo portfolio, in a real Chromium.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { at, ensureBuilt, ensureInstalled } from './house.mjs';
import { SHOTS } from './shots.mjs';

const PORT = 3190;
const VIEWPORT = { width: 1360, height: 850 };
const PHONE = { width: 390, height: 844 };
const PATIENCE_MS = 90_000;
const QUALITY = 80;

const wanted = process.argv.slice(2);
const shots = SHOTS.filter(({ file }) => wanted.length === 0 || wanted.some((name) => file.includes(name)));

/** Serves the demo portfolio from a folder of its own; gives the address and the user it said. */
async function serveDemo(data) {
  const args = [at('apps/cli/bin/quittance.mjs'), 'serve', '--data', data, '--port', String(PORT), '--demo'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  await new Promise((resolve, reject) => {
    const hear = (chunk) => {
      said += chunk;
      if (said.includes('Quittance: http')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
  });
  const [, email, password] = /(\S+@\S+\.example) \/ (\S+)/.exec(said) ?? [];
  return { child, user: { email, password }, url: `http://localhost:${PORT}` };
}

/** Nothing is asked any more, and no table or place waits for its answer. */
async function settled(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    () => !document.querySelector('[aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root'),
  );
  await page.evaluate(() => document.fonts.ready);
}

async function take(browser, demo, { file, path, phone, dark, language = 'fr', before, clip }) {
  const context = await browser.newContext({
    viewport: phone ? PHONE : VIEWPORT,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    colorScheme: dark ? 'dark' : 'light',
    storageState: demo.state,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(demo.url + path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await settled(page);
  await before?.(page);
  await settled(page);
  const target = clip ? page.locator(clip).first() : page;
  await target.screenshot({ path: at(file), animations: 'disabled', type: 'jpeg', quality: QUALITY });
  await context.close();
  console.error(file);
}

async function signIn(browser, demo) {
  const context = await browser.newContext();
  const headers = { 'x-quittance': '1', origin: demo.url };
  await context.request.post(`${demo.url}/api/auth/sign-in`, { headers, data: demo.user });
  const state = await context.storageState();
  await context.close();
  return state;
}

await ensureInstalled(console.error);
await ensureBuilt(console.error);
const data = mkdtempSync(join(tmpdir(), 'quittance-pictures-'));
const demo = await serveDemo(data);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const failed = [];
try {
  demo.state = await signIn(browser, demo);
  for (const shot of shots)
    await take(browser, demo, shot).catch((error) => failed.push(`${shot.file}: ${error.message}`));
} finally {
  await browser.close();
  demo.child.kill('SIGTERM');
  await new Promise((resolve) => demo.child.once('exit', resolve));
  rmSync(data, { recursive: true, force: true });
}
for (const line of failed) console.error(line);
process.exitCode = failed.length > 0 ? 1 : 0;
