import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { TextOutsideError } from '../../../platform/pdf/template-error.ts';
import { printLetter } from '../../../templates/certificate/print-letter.ts';
import type { LetterContent } from './compose-letter.ts';
import { previewLetter } from './printed-letter.ts';

/**
 * The pages of a letter that is not issued, with 样本 over them and the sentences of `untrue` marked. What cannot be printed
 * inside its boxes is refused here, in words, before anybody decides about it: throws `invalid_fields`.
 */
export async function printPreview(letter: LetterContent, untrue: readonly string[] = []): Promise<Buffer> {
  try {
    return (await printLetter(previewLetter(letter, untrue), { creationTime: clock.now() })).pdf;
  } catch (error) {
    if (!(error instanceof TextOutsideError)) throw error;
    const message = `证明无法排版，请缩短相应文字或联系协会处理：${error.diagnostics.join('；')}`;
    throw new AppError('invalid_fields', { message, fields: { _: message } });
  }
}
