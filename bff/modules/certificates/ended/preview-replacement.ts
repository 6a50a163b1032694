import type { StaffActor } from '../../../actor.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { correctLetter, type Corrected, type Correction } from './correct-letter.ts';
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
