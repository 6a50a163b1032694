import { clock } from '../../../platform/clock/clock.ts';
import { printLetter } from '../../../templates/certificate/print-letter.ts';
import type { MemberActor } from '../../../actor.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { composeLetter } from '../letters/compose-letter.ts';
import { expectSound } from './soundness/expect-sound.ts';
import { currentWording, findTypeFor } from './find-type.ts';
import { sampleLetter } from '../letters/printed-letter.ts';
import { sampleFacts } from '../letters/sample-facts.ts';

/** A type's letter with invented data and 示样 over it. Throws `wrong_state` for words that nobody has published. */
export async function showSample({ actor, code }: { actor: MemberActor; code: string }): Promise<Buffer> {
  const type = await findTypeFor(actor, code);
  const wording = await currentWording(type.id);
  const office = await readSettings();
  await expectSound({ type, wording, office });
  const situation = type.audience === 'both' && actor.kind === 'lawyer' ? 'lawyer' : 'bare';
  const letter = composeLetter(wording, sampleFacts(type, situation, clock.today()), office);
  const { pdf } = await printLetter(sampleLetter(letter), { creationTime: clock.now() });
  return pdf;
}
