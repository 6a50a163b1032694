import { chromium, type Browser, type CDPSession } from 'playwright-core';
import { build } from '../../build/build.mjs';
import { freePort } from '../../test/services.mjs';
import { startServer, withFolder } from '../children.ts';
import type { Filled } from '../filled.ts';
import { plainLine, round, skippedLine, type Line } from '../line.ts';
import { summarise, takeTurns } from '../samples.ts';
import { findBrowser } from './letters.ts';

const ROUNDS = 5;
/** The phone and the network of Lighthouse's mobile run: a Moto G on slow 4G, as the browser itself slows them down. */
export const SCREEN = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};
export const CPU_RATE = 4;
const KBIT = 1_024 / 8;
const NETWORK = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 1_474.56 * KBIT,
  uploadThroughput: 675 * KBIT,
};
/** After so long without a long task a page is at rest, ms. */
const QUIET_MS = 5_000;
const LIMITS = { paint: 1_200, blocked: 200 };

/** What a look at a page is like on a phone, ms. */
interface Look {
  /** When the largest thing on the first screen stood there. */
  paint: number;
  /** How long tasks kept a tap waiting for more than 50 ms each. */
  blocked: number;
}

/** The answer to a link, 核验 with a link and the sign-in page, beside an answer of the same server that has no client. */
export async function phone({ env, callers }: Filled): Promise<Line[]> {
  const executablePath = findBrowser();
  if (!executablePath) {
    const subject = { what: 'pages on a phone', yardstick: 'none' };
    return [skippedLine(subject, 'at most 1.2 s and 200 ms', 'no browser on this machine')];
  }
  await build(['h5']);
  return withFolder(async () => {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const server = await startServer(['bff/main.ts', '--serve=web'], {
      env: { ...env, PORT: String(port), PUBLIC_URL: origin, WORKERS: '1' },
      address: `${origin}/readyz`,
    });
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      const token = callers.links[0] ?? '';
      return await compare(browser, origin, {
        '/c/…': `/c/${token}`,
        '/verify?token=…': `/verify?token=${token}`,
        '/sign-in': '/sign-in',
        nothing: '/healthz',
      });
    } finally {
      await browser.close();
      await server.stop();
    }
  });
}

async function compare(browser: Browser, origin: string, pages: Record<string, string>): Promise<Line[]> {
  const blocked: Record<string, number[]> = {};
  const measures = Object.fromEntries(
    Object.entries(pages).map(([name, path]) => [
      name,
      async () => {
        const look = await lookAt(browser, origin + path);
        (blocked[name] ??= []).push(look.blocked);
        return look.paint;
      },
    ]),
  );
  const paints = await takeTurns(ROUNDS, measures);
  const figures = (name: string) => ({
    paint: summarise(paints[name] ?? []),
    blocked: summarise(blocked[name] ?? []),
  });
  const { paint: empty } = figures('nothing');
  return Object.keys(pages)
    .filter((name) => name !== 'nothing')
    .map((name) => {
      const { paint, blocked: waited } = figures(name);
      return plainLine(
        {
          what: `${name} on a phone: largest paint, and time blocked`,
          yardstick: 'an answer of the same server without a client',
        },
        'at most 1.2 s and 200 ms',
        `${(paint.median / 1_000).toFixed(2)} s (${(paint.low / 1_000).toFixed(2)}–${(paint.high / 1_000).toFixed(2)}), ${round(waited.median)} ms (${round(waited.low)}–${round(waited.high)}, ${ROUNDS} looks)`,
        paint.median <= LIMITS.paint && waited.median <= LIMITS.blocked,
        `without a client ${(empty.median / 1_000).toFixed(2)} s; slow 4G and a CPU slowed down ${CPU_RATE} times, by the browser itself`,
      );
    });
}

/** Opens a page as nobody has before, and waits until it is at rest. */
async function lookAt(browser: Browser, address: string): Promise<Look> {
  const context = await browser.newContext(SCREEN);
  try {
    const page = await context.newPage();
    await slowDown(await context.newCDPSession(page));
    await page.addInitScript(() => {
      const seen = { paint: 0, blocked: 0, last: 0, first: 0 };
      Object.assign(globalThis, { seen });
      type Entry = { name: string; startTime: number; duration: number };
      const watch = (type: string, note: (entry: Entry) => void) =>
        new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
          type: type as 'mark',
          buffered: true,
        });
      watch('paint', ({ name, startTime }) => {
        if (name === 'first-contentful-paint') seen.first = startTime;
      });
      watch('largest-contentful-paint', ({ startTime }) => (seen.paint = startTime));
      watch('longtask', ({ startTime, duration }) => {
        seen.last = startTime + duration;
        if (seen.first > 0 && seen.last > seen.first) seen.blocked += Math.max(0, duration - 50);
      });
    });
    await page.goto(address, { waitUntil: 'networkidle', timeout: 120_000 });
    await page.waitForFunction(
      (quiet) => performance.now() - Math.max((globalThis as unknown as Seen).seen.last, 0) > quiet,
      QUIET_MS,
      { timeout: 120_000, polling: 250 },
    );
    return await page.evaluate(() => {
      const { paint, first, blocked } = (globalThis as unknown as Seen).seen;
      return { paint: paint || first, blocked };
    });
  } finally {
    await context.close();
  }
}

type Seen = { seen: { paint: number; blocked: number; last: number; first: number } };

async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE });
}
