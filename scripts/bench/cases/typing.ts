import { chromium, type Browser } from 'playwright-core';
import { build } from '../../build/build.mjs';
import { freePort } from '../../test/services.mjs';
import { inside, settings, startServer, withFolder } from '../children.ts';
import { ratioLine, round, skippedLine, type Line } from '../line.ts';
import { ratios, summarise, takeTurns } from '../samples.ts';
import { findBrowser } from './letters.ts';
import { CPU_RATE, SCREEN } from './phone.ts';

const ROUNDS = 10;
const REACH = 1.5;
const SUBJECT = {
  what: '基本信息 on a phone, until its first input takes what is typed',
  yardstick: 'an empty page of the same client, until its words stand there',
};
/** Pages, and what is true in them once they are there for their reader. */
const PAGES = {
  form: {
    path: '/profile-section?section=basic&at=self.formerName',
    shown: "[...document.querySelectorAll('input:not([disabled])')].some((one) => one.offsetHeight > 0)",
  },
  empty: { path: '/profile-section?section=none', shown: "document.body?.textContent.includes('没有这一项内容')" },
};

/** 信息补全 on a slow phone: when the first field can be typed into, beside the same client's empty page. */
export async function typing(): Promise<Line[]> {
  const executablePath = findBrowser();
  if (!executablePath) return [skippedLine(SUBJECT, `at most ${REACH} ×`, 'no browser on this machine')];
  await build(['h5']);
  return withFolder(async (folder) => {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const env = settings(folder, { PORT: String(port), PUBLIC_URL: origin, WORKERS: '1' });
    const bearer = await inside<string>('profiles/fill', [], env);
    const server = await startServer(['bff/main.ts', '--serve=web'], { env, address: `${origin}/readyz` });
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      const { form, empty } = await takeTurns(ROUNDS, {
        form: () => usableAfter(browser, { origin, bearer, ...PAGES.form }),
        empty: () => usableAfter(browser, { origin, bearer, ...PAGES.empty }),
      });
      const note = `${round(summarise(form).median)} against ${round(summarise(empty).median)} ms; a CPU slowed down ${CPU_RATE} times, nothing kept from before`;
      return [ratioLine(SUBJECT, { atMost: REACH }, ratios(form, empty), note)];
    } finally {
      await browser.close();
      await server.stop();
    }
  });
}

interface Visit {
  origin: string;
  bearer: string;
  path: string;
  /** An expression of the page's own script. */
  shown: string;
}

/** A script that notes when something is first true of the page, and the page has time for a tap. */
const noteWhen = (shown: string) => `(() => {
  const watching = new MutationObserver(() => {
    if (!(${shown})) return;
    watching.disconnect();
    // A task that waits its turn as a tap does.
    setTimeout(() => { globalThis.usable = performance.now(); });
  });
  watching.observe(document, { childList: true, subtree: true, attributes: true });
})()`;

/** Milliseconds from asking for a page until what is looked for stands there and the page has time for a tap on it. */
async function usableAfter(browser: Browser, { origin, bearer, path, shown }: Visit): Promise<number> {
  const context = await browser.newContext(SCREEN);
  try {
    await context.addCookies([{ name: 'lz_member', value: bearer, url: origin }]);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE });
    await page.addInitScript({ content: noteWhen(shown) });
    await page.goto(origin + path);
    await page.waitForFunction(() => 'usable' in globalThis, undefined, { timeout: 120_000 });
    return await page.evaluate(() => (globalThis as unknown as { usable: number }).usable);
  } finally {
    await context.close();
  }
}
