import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeLine, composeMail } from '../../bff/modules/outbox/compose-mail.ts';
import type { MailData } from '../../bff/modules/outbox/model.ts';
import { composeSignInLook, type Shown } from '../../bff/modules/sign-in/sign-in-look.ts';
import { composeFirstAnswer, type Asked } from '../../bff/modules/verification/first-answer.ts';
import { root } from '../../bff/platform/paths.ts';
import { printActivationLetters } from '../../bff/templates/activation-letter/print-activation-letters.ts';
import { printLabels } from '../../bff/templates/address-labels/print-labels.ts';
import type { LetterData } from '../../bff/templates/certificate/letter-data.ts';
import { printLetter } from '../../bff/templates/certificate/print-letter.ts';
import { printHandoverSheet, type HandoverSheet } from '../../bff/templates/handover/print-handover.ts';
import { printMarks } from '../../bff/templates/copy-mark/print-marks.ts';
import { printReceipt, type ReceiptData } from '../../bff/templates/receipt/print-receipt.ts';
import type { RegistrationFormData } from '../../bff/templates/registration-form/form-data.ts';
import { printRegistrationForm } from '../../bff/templates/registration-form/print-registration-form.ts';

const FOLDER = join(root, 'bff/templates');
/** The same sample, the same bytes. */
const DRAWN = { creationTime: Date.parse('2026-11-22T02:00:00Z') };

type Print = (sample: unknown) => Promise<Buffer>;

/** What is printed: folder of bff/templates → name in words, and the program that prints its sample. */
export const PRINTED: Readonly<Record<string, { label: string; print: Print }>> = {
  certificate: { label: '证明', print: async (s) => (await printLetter(s as LetterData, DRAWN)).pdf },
  receipt: { label: '收据', print: async (s) => (await printReceipt(s as ReceiptData, DRAWN)).pdf },
  'registration-form': {
    label: '律师基本信息登记表',
    print: async (s) => (await printRegistrationForm(s as RegistrationFormData, DRAWN)).pdf,
  },
  'activation-letter': {
    label: '开通函',
    print: (s) => printActivationLetters(s as Parameters<typeof printActivationLetters>[0], DRAWN),
  },
  'address-labels': { label: '地址标签', print: (s) => printLabels(s as Parameters<typeof printLabels>[0], DRAWN) },
  handover: { label: '工单交接单', print: (s) => printHandoverSheet(s as HandoverSheet, DRAWN) },
  'copy-mark': {
    label: '纸质证明的份号',
    print: (s) => printMarks((s as { marks: Parameters<typeof printMarks>[0] }).marks),
  },
};

/** Pages that the server finishes by itself: folder of bff/templates → name in words, and what composes its sample. */
export const PAGES: Readonly<Record<string, { label: string; compose: (sample: unknown) => string }>> = {
  'first-answer': { label: '核验链接的第一页', compose: (s) => composeFirstAnswer(s as Asked) },
  'sign-in-look': { label: '登录页的样子', compose: (s) => composeSignInLook(s as Shown) },
};

/** Mails, each a folder of bff/templates/mail. */
export const MAILS = readdirSync(join(FOLDER, 'mail'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

async function sampleOf(folder: string): Promise<unknown> {
  return JSON.parse(await readFile(join(FOLDER, folder, 'sample.json'), 'utf8'));
}

/** The sample of a printed template as PDF. Throws TemplateError where it cannot be printed. */
export async function printSample(name: string): Promise<Buffer | null> {
  return PRINTED[name] ? PRINTED[name].print(await sampleOf(name)) : null;
}

/** The sample of a page as HTML; null: there is no such page. */
export async function pageSample(name: string): Promise<string | null> {
  return PAGES[name] ? PAGES[name].compose(await sampleOf(name)) : null;
}

/** A mail's sample: subject, words, page, and the line in the inbox where there is one. */
export async function mailSample(name: string) {
  if (!MAILS.includes(name)) return null;
  const sample = (await sampleOf(join('mail', name))) as MailData;
  const hasInbox = readdirSync(join(FOLDER, 'mail', name)).includes('inbox.txt');
  return {
    ...(await composeMail(name, sample)),
    inbox: hasInbox ? await composeLine(name, 'inbox.txt', sample) : null,
  };
}
