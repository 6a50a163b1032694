import { renderPdf } from '../../platform/pdf/render.ts';

/** One letter; every value printed as it stands. */
export interface ActivationLetter {
  address: string;
  firmName: string;
  /** Who opens it: the lawyer, or the head of the firm. */
  recipient: string;
  /** Whose account it is. */
  name: string;
  login: string;
  code: string;
  /** yyyy-MM-dd. */
  until: string;
  isLawyer: boolean;
}

/**
 * Letters with the codes of the first use, a page each.
 * @throws TemplateError if a character cannot be printed
 */
export async function printActivationLetters(
  letters: { association: string; phone: string; url: string; day: string; pages: readonly ActivationLetter[] },
  options: { creationTime: number },
): Promise<Buffer> {
  return (await renderPdf('activation-letter', letters, options)).pdf;
}
