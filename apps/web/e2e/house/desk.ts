// A desk: a signed-in page on a demo portfolio of its own, what the server says beside it, and the usual moves of a journey.
import type { Browser, Locator, Page } from 'playwright-core';
import { seriousFaults } from './axe.ts';
import { complaints, openBrowser, pressEnter } from './browser.ts';
import { type DemoServer, startDemoServer } from './demo.ts';
import { goTo, settled } from './settled.ts';

/** How big the window is, and in which light. */
export type Look = Readonly<{ colorScheme?: 'light' | 'dark'; width: number; height: number }>;

/** A loaded machine takes its time. */
export const PATIENT = { timeout: 60_000 };
const DESK: Look = { width: 1400, height: 1000 };

/** The page and what stands around it. */
export type Desk = Readonly<{
  server: DemoServer;
  page: Page;
  /** What the page complained of on the way. */
  heard: string[];
  /** Another page of the same person. */
  open: (look: Look) => Promise<Page>;
  /** Goes to an address and waits until it stands. */
  go: (path: string, on?: Page) => Promise<void>;
  /** Asks the server beside the page. @throws Error with its answer where it says no. */
  read: <T>(path: string) => Promise<T>;
  /** The dialog on top: its button pressed by Enter; gone afterwards. */
  dialog: () => Locator;
  submit: (name: string) => Promise<void>;
  /** The button of a dialog below: another one opens on top. */
  openDeed: (name: string, on?: Page) => Promise<void>;
  /** Takes the last deed back by keyboard, once it is said. */
  undo: (said: string | RegExp) => Promise<void>;
  /** Serious faults of the dialog on top, in light, and whether it is wider than the window. */
  faults: (on?: Page) => Promise<string[]>;
  close: () => Promise<void>;
}>;

const opener = (browser: Browser, server: DemoServer) => async (look: Look) => {
  const { width, height, colorScheme = 'light' } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    storageState: server.state,
    locale: 'fr-FR',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENT.timeout);
  return page;
};

/** Starts a server and sits down. */
export async function openDesk(): Promise<Desk> {
  const server = await startDemoServer();
  const browser = await openBrowser();
  const open = opener(browser, server);
  const page = await open(DESK);
  const dialog = () => page.getByRole('dialog').last();
  return {
    server,
    page,
    heard: complaints(page),
    open,
    go: async (path, on = page) => {
      await goTo(on, server.url + path);
    },
    read: async <T>(path: string) => {
      const answer = await page.request.get(`${server.url}/api/v1/${path}`);
      if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
      return (await answer.json()) as T;
    },
    dialog,
    submit: async (name) => {
      const many = await page.getByRole('dialog').count();
      await pressEnter(dialog().getByRole('button', { name, exact: true }));
      await page
        .getByRole('dialog')
        .nth(many - 1)
        .waitFor({ state: 'detached' });
    },
    openDeed: async (name, on = page) => {
      await pressEnter(on.getByRole('dialog').first().getByRole('button', { name, exact: true }));
      await on.getByRole('dialog').nth(1).waitFor();
      await settled(on);
    },
    undo: async (said) => {
      await page.getByText(said).first().waitFor();
      await page.keyboard.press('Control+z');
    },
    faults: async (on = page) => {
      await on
        .getByRole('dialog')
        .last()
        .evaluate((top) => top.setAttribute('data-top', ''));
      const found = await seriousFaults(on, '[data-top]');
      await on.locator('[data-top]').evaluate((top) => top.removeAttribute('data-top'));
      const isWide = await on.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      return isWide ? [...found, 'wider than the window'] : found;
    },
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}
