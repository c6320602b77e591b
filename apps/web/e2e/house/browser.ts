// A real Chromium for the journeys. Where none is installed they are skipped, and say so.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { countTraffic, settled } from './settled.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARTEFACTS = fileURLToPath(new URL('../../artefacts', import.meta.url));
/** What the driver switches off, said again because the last word counts, and the browser's own address line: it is drawn by two pages in
 * each window that nobody looks at. */
const OFF = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];
const FLAGS = [
  `--disable-features=${OFF.join(',')}`,
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
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
  countTraffic(browser);
  return browser;
}

/** Presses a key on what can be used, once all is at rest: what still waits for its facts swallows the key, and a dialog that is just
 * opening takes the keyboard away to its first field. */
export async function pressOn(control: Locator, key: string): Promise<void> {
  const usable = control.and(control.page().locator(':enabled'));
  await usable.waitFor();
  await settled(control.page());
  await usable.press(key);
}

/** Presses a button by keyboard. */
export const pressEnter = (button: Locator): Promise<void> => pressOn(button, 'Enter');

/** Whether neither covers any part of the other, as they stand on the screen. @throws Error when one is not there. */
export async function areApart(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  if (!a || !b) throw new Error('one of them is not on the screen');
  return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
}

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
