// A real Chromium for the journeys. Where none is installed they are skipped, and say so.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARTEFACTS = fileURLToPath(new URL('../../artefacts', import.meta.url));
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether the journeys can be played here. */
export const hasBrowser = existsSync(CHROMIUM);
if (!hasBrowser)
  console.warn(`No Chromium at ${CHROMIUM}: the browser journeys are skipped (set CHROMIUM to its path).`);

/** Opens the browser. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });

/** Presses a button by keyboard once it can be pressed: one that still waits for its facts swallows the key. */
export const pressEnter = (button: Locator): Promise<void> =>
  button.and(button.page().locator(':enabled')).press('Enter');

/** Keeps a picture of the page under artefacts/. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(ARTEFACTS, { recursive: true });
  await page.screenshot({ path: join(ARTEFACTS, `${name}.png`) });
}

/** What the page complained of: errors of scripts and of the security policy, and answers that failed; nobody signed in yet is none. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) heard.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.status() !== 401) heard.push(`${response.status()} ${response.url()}`);
  });
  return heard;
}
