import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import QRCode from 'qrcode';
import { root } from '../../../bff/platform/paths.ts';
import { fontFiles } from '../../../bff/platform/pdf/fonts.ts';
import type { LetterData } from '../../../bff/templates/certificate/letter-data.ts';

/** Typst by itself: a template of ours, its fonts and data, compiled to PDF/A and thrown away. */
export function startTypst(template: string): (data: object) => Promise<void> {
  const workspace = join(root, 'bff', 'templates');
  const fontPaths = Object.values(fontFiles).map((file) => dirname(file));
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] });
  return async (data) => {
    const compiled = compiler.compile({
      mainFilePath: join(workspace, template, `${template}.typ`),
      inputs: { data: JSON.stringify(data), rare: '[]' },
    });
    if (!compiled.result) throw new Error(`${template} does not compile`);
    compiler.pdf(compiled.result, { pdfStandard: 'a-2b', creationTimestamp: 1_763_000_000 });
    compiler.evictCache(0); // or the next one would find its pieces ready
    await nextTurn();
  };
}

/** What the template of letters reads. */
export async function letterInput(letter: LetterData): Promise<object> {
  const { url } = letter.verification ?? { url: '' };
  const qr = await QRCode.toString(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 });
  return { ...letter, qr, site: new URL(url).host };
}
