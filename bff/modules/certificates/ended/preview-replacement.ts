import { AppError } from '../../../errors.ts';
import type { StaffActor } from '../../../actor.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { CHANGED_SINCE, correctLetter, type Corrected, type Correction } from './correct-letter.ts';
import { printPreview } from '../letters/print-preview.ts';
import { loadIssuedFor } from '../policy.ts';

/** What a corrected certificate would say now, and the doubts to answer for. Throws as `replaceCertificate` does. */
export async function previewReplacement(what: {
  actor: StaffActor;
  id: number;
  correction: Correction;
}): Promise<Corrected> {
  const { application } = await loadIssuedFor(what.actor, 'replace', what.id);
  const office = await readSettings();
  return correctLetter({ application, correction: what.correction, office });
}

/** The pages of that: tables, annex and English too. Throws `changed_meanwhile` when they are not those of the preview that was `seen`. */
export async function printReplacement(what: {
  actor: StaffActor;
  id: number;
  correction: Correction;
  seen: string;
}): Promise<Buffer> {
  const { letter, fingerprint } = await previewReplacement(what);
  if (fingerprint !== what.seen) throw new AppError('changed_meanwhile', { message: CHANGED_SINCE });
  return printPreview(letter);
}
