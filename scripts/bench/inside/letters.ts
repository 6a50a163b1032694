/** Process that prints letters in every way that is compared. Arguments: one or roster, then the browser's path if any. */
import { env } from '../../../bff/env.ts';
import { startPdf, stopPdf } from '../../../bff/platform/pdf/render.ts';
import { startSigner } from '../../../bff/platform/signer/signer.ts';
import { laidOut } from '../../../bff/templates/certificate/print-letter.ts';
import { cpuOf } from '../cpu.ts';
import { takeTurns, type Measure } from '../samples.ts';
import { startChrome } from './chrome-letter.ts';
import { issueLetter } from './issued-letter.ts';
import { letterFor } from './letter.ts';
import { startTypst } from './typst-letter.ts';

/** CPU ms of one letter, a sample for each round. */
export interface LetterSamples {
  ours: number[];
  typst: number[];
  chrome?: number[];
  pages: number;
  bytes: number;
}

const ROUNDS = 12;
/** Letters per sample: enough for 100 ms and more. */
const PER_SAMPLE = { one: { ours: 20, typst: 20, chrome: 3 }, roster: { ours: 2, typst: 2, chrome: 1 } };

const [size = 'one', browser] = process.argv.slice(2) as ['one' | 'roster', string?];
let serial = 0;
let last = { pages: 0, bytes: 0 };

await startPdf({ workers: 1 });
await startSigner();
const typst = startTypst('certificate');
const chrome = browser ? await startChrome(browser) : undefined;

const measures: Record<string, Measure> = {
  ours: perUnit(PER_SAMPLE[size].ours, async () => (last = await issueLetter(size))),
  typst: perUnit(PER_SAMPLE[size].typst, () => typst(laidOut(letterFor(size, ++serial, env.PUBLIC_URL)))),
  ...(chrome && {
    chrome: perUnit(PER_SAMPLE[size].chrome, () => chrome.print(letterFor(size, ++serial, env.PUBLIC_URL))),
  }),
};
await takeTurns(3, measures); // what is compiled and loaded once is not the letter's
const samples = await takeTurns(ROUNDS, measures);
await chrome?.stop();
await stopPdf();
process.send?.({ ...samples, ...last });
process.disconnect();

function perUnit(count: number, work: () => Promise<unknown>): Measure {
  return async () => {
    const total = await cpuOf(async () => {
      for (let n = 0; n < count; n++) await work();
    });
    return total / count;
  };
}
