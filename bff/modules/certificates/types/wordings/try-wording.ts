import { checkWording } from '../../../../contract/certificate-types/check-wording.ts';
import type { SampleSituation } from '../../../../contract/certificate-types/enums.ts';
import { AppError } from '../../../../errors.ts';
import { clock } from '../../../../platform/clock/clock.ts';
import { unprintableCharacters } from '../../../../platform/pdf/glyphs.ts';
import { TemplateError } from '../../../../platform/pdf/template-error.ts';
import { printLetter } from '../../../../templates/certificate/print-letter.ts';
import { readSettings } from '../../../settings/read-settings.ts';
import { composeLetter, type Wording } from '../../letters/compose-letter.ts';
import { sampleLetter } from '../../letters/printed-letter.ts';
import { sampleFacts, situationsOf, type SampledType } from '../../letters/sample-facts.ts';

/** Prints a wording with invented data, by the code that prints letters. Throws `invalid_fields` with every fault. */
export async function tryWording(type: SampledType, wording: Wording, situation: SampleSituation): Promise<Buffer> {
  refuseFaults(type, wording);
  const facts = sampleFacts(type, situation, clock.today());
  const letter = composeLetter(wording, facts, await readSettings());
  if (letter.paragraphs.length === 0) throw faulty({ body: '按所选情形填入后正文为空，请补充文字' });
  try {
    return (await printLetter(sampleLetter(letter), { creationTime: clock.now() })).pdf;
  } catch (error) {
    if (error instanceof TemplateError) throw faulty({ body: `无法排版：${error.diagnostics.join('；')}` });
    throw error;
  }
}

/** Prints it in every situation of its type: what passes here can be issued. Throws as tryWording does. */
export async function tryWordingEverywhere(type: SampledType, wording: Wording): Promise<void> {
  for (const situation of situationsOf(type)) await tryWording(type, wording, situation);
}

function refuseFaults(type: SampledType, { body, rosterTitle }: Wording): void {
  const faults = checkWording(body, type).map(({ line, message }) => `第${line}行：${message}`);
  const unprintable = unprintableCharacters(body.replace(/[\n\t]/g, ''));
  if (unprintable.length > 0) faults.push(`字库缺少以下文字，无法打印：${unprintable.join(' ')}`);
  const inTitle = unprintableCharacters(rosterTitle ?? '');
  const titleFault = inTitle.length > 0 && `字库缺少以下文字，无法打印：${inTitle.join(' ')}`;
  if (faults.length === 0 && !titleFault) return;
  throw faulty({
    ...(faults.length > 0 && { body: faults.join('\n') }),
    ...(titleFault && { rosterTitle: titleFault }),
  });
}

const faulty = (fields: Record<string, string>) => new AppError('invalid_fields', { fields });
