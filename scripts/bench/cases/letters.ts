import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inside, settings, withFolder } from '../children.ts';
import type { LetterSamples } from '../inside/letters.ts';
import { ratioLine, round, skippedLine, type Line } from '../line.ts';
import { ratios, summarise } from '../samples.ts';

const BROWSERS = ['chrome-headless-shell', 'chromium-headless-shell', 'chromium', 'google-chrome', 'chromium-browser'];

/** A browser for the yardstick, the headless shell if there is one. */
export function findBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return BROWSERS.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

/** One signed certificate against the browser and against Typst alone. */
export async function oneCertificate(): Promise<Line[]> {
  const browser = findBrowser();
  const samples = await print('one', browser);
  const cpu = `CPU of one: ${round(summarise(samples.ours).median)} ms`;
  return [againstBrowser(samples, browser, cpu), againstTypst('one signed certificate', 1.6, samples, cpu)];
}

/** The letter with the roster of 400 lawyers. */
export async function roster(): Promise<Line[]> {
  const samples = await print('roster', undefined);
  const note = `${samples.pages} pages, ${round(samples.bytes / 1024)} KB, CPU ${round(summarise(samples.ours).median)} ms`;
  return [againstTypst('roster of 400 lawyers, signed', 1.3, samples, note)];
}

const print = (size: 'one' | 'roster', browser: string | undefined) =>
  withFolder((folder) => inside<LetterSamples>('letters', [size, ...(browser ? [browser] : [])], settings(folder)));

function againstBrowser(samples: LetterSamples, browser: string | undefined, cpu: string): Line {
  const subject = {
    what: 'one signed certificate, CPU',
    yardstick: "jsreport's chrome-pdf recipe, same letter, unsigned",
  };
  if (!samples.chrome)
    return skippedLine(subject, 'at most 1/15', `no browser on this machine (${BROWSERS.join(', ')})`);
  const note = `${cpu}; browser ${round(summarise(samples.chrome).median)} ms (${browser}, kept open)`;
  const times = ratios(samples.chrome, samples.ours);
  return { ...ratioLine(subject, { atLeast: 15 }, times, note), reach: 'at least 15 × less' };
}

function againstTypst(what: string, atMost: number, samples: LetterSamples, note: string): Line {
  const typst = `bare Typst ${round(summarise(samples.typst).median)} ms`;
  const subject = { what: `${what}, CPU`, yardstick: 'bare Typst compile of the same letter' };
  return ratioLine(subject, { atMost }, ratios(samples.ours, samples.typst), `${note}; ${typst}`);
}
