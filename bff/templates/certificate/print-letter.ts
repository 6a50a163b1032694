import QRCode from 'qrcode';
import { renderPdf, type RenderedPdf } from '../../platform/pdf/render.ts';
import type { LetterData } from './letter-data.ts';

/**
 * The letter as PDF/A, not yet signed; it asks for the seal exactly when it can be verified.
 * @param options.creationTime epoch milliseconds; the same letter and time give the same bytes
 * @throws TemplateError if the letter can never be printed
 */
export function printLetter(letter: LetterData, options: { creationTime: number }): Promise<RenderedPdf> {
  const { verification } = letter;
  const toVerify = verification && { qr: qrCode(verification.url), site: new URL(verification.url).host };
  return renderPdf('certificate', { ...letter, ...toVerify }, options);
}

/** SVG with one rectangle per run of dark modules. Level M survives a stamp or fold over 15 % of it. */
function qrCode(url: string): string {
  // As bytes: looking for a shorter mixture of modes takes as long as drawing, and finds none in a link.
  const link = [{ data: Buffer.from(url), mode: 'byte' as const }];
  const { size, data } = QRCode.create(link, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const start = x;
      while (x < size && data[y * size + x]) x++;
      if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`;
}
