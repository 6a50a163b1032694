import { chromium, type Browser, type Page } from 'playwright-core';

/** Debian's Chromium, without anything that talks to its maker. */
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];
/** Slow machines are not what these tests are about. */
const PATIENCE_MS = 120_000;

export const PHONE = { width: 390, height: 844 };
export const PC = { width: 1280, height: 900 };

export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: SWITCHES });
}

/** A visitor of one's own, and every fault that the page met: script errors and refusals of the content security policy. */
export async function visitor(
  browser: Browser,
  origin: string,
  viewport: { width: number; height: number },
  { userAgent }: { userAgent?: string } = {},
) {
  const context = await browser.newContext({
    ...(userAgent !== undefined && { userAgent }),
    baseURL: origin,
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  return { page, faults, leave: () => context.close() };
}

export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill(password);
  await page.keyboard.press('Enter');
}
