/** Process that prints the longest legal 《律师基本信息登记表》, signed and stored, and compiles the same with Typst alone. */
import { env } from '../../../bff/env.ts';
import { composeForm } from '../../../bff/modules/registration-forms/compose/compose-form.ts';
import { sha256 } from '../../../bff/platform/crypto/sha256.ts';
import { startPdf, stopPdf } from '../../../bff/platform/pdf/render.ts';
import { signer, startSigner } from '../../../bff/platform/signer/signer.ts';
import { storage } from '../../../bff/platform/storage/storage.ts';
import { laidOut, printRegistrationForm } from '../../../bff/templates/registration-form/print-registration-form.ts';
import { EMPTY_PROFILE, longestProfile } from '../../../bff/test/factories/profiles/approved-profile.ts';
import { cpuOf } from '../cpu.ts';
import { takeTurns } from '../samples.ts';
import { startTypst } from './typst-letter.ts';

/** CPU ms of one form, a sample for each round. */
export interface FormSamples {
  ours: number[];
  typst: number[];
  pages: number;
  bytes: number;
}

const ROUNDS = 10;

await startPdf({ workers: 1 });
await startSigner();
const typst = startTypst('registration-form');

let serial = 0;
let last = { pages: 0, bytes: 0 };
/** Another number each time, so that nothing is found ready. The name has no rare character: bare Typst has no font for it. */
function nextForm() {
  const number = `DJ261129${String(++serial).padStart(4, '0')}`;
  const verification = { url: `${env.PUBLIC_URL}/c/${number.padStart(22, 'k')}`, code: '7QK4M2ZP9XW3H6TB' };
  const profile = longestProfile({ given: EMPTY_PROFILE.given });
  return composeForm(profile, { number, photo: null, verification, unsealed: null, testNotice: null });
}

async function issue(): Promise<void> {
  const now = Date.now();
  const printed = await printRegistrationForm(nextForm(), { creationTime: now });
  const file = await signer.sign(printed, { reason: '出具律师基本信息登记表', signedAt: now });
  await storage.put(`bench/${sha256(file)}.pdf`, file);
  last = { pages: printed.pages, bytes: file.length };
}

const measures = { ours: () => cpuOf(issue), typst: () => cpuOf(() => typst(laidOut(nextForm()))) };
await takeTurns(2, measures); // what is compiled and loaded once is not the form's
const samples = await takeTurns(ROUNDS, measures);
await stopPdf();
process.send?.({ ...samples, ...last } satisfies FormSamples);
process.disconnect();
