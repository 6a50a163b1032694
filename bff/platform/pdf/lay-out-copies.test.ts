import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printLabels } from '../../templates/address-labels/print-labels.ts';
import labels from '../../templates/address-labels/sample.json' with { type: 'json' };
import type { LetterData } from '../../templates/certificate/letter-data.ts';
import { printLetter } from '../../templates/certificate/print-letter.ts';
import letter from '../../templates/certificate/sample.json' with { type: 'json' };
import { printMarks } from '../../templates/copy-mark/print-marks.ts';
import mark from '../../templates/copy-mark/sample.json' with { type: 'json' };
import { signer, startSigner } from '../signer/signer.ts';
import { pdfText } from '../../test/pdf.ts';
import { layOutCopies } from './lay-out-copies.ts';
import { startPdf, stopPdf } from './render.ts';

let issued: Buffer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lvzheng-copies-'));
  await startPdf({ workers: 1 });
  await startSigner();
  const rows = Array.from({ length: 60 }, (_, n) => [`律师${n}`]);
  const roster = { title: '全体执业律师名单', columns: [{ label: '姓名', width: 'name' as const }], rows };
  const printed = await printLetter({ ...(letter as LetterData), roster }, { creationTime: 0 });
  issued = await signer.sign(printed, { reason: '出具电子证明', signedAt: Date.now() });
});
afterAll(async () => {
  await stopPdf();
  rmSync(folder, { recursive: true });
});

function run(program: string, args: string[]): string {
  const { stdout, stderr, status, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}
const saved = (name: string, pdf: Buffer) => {
  const file = join(folder, name);
  writeFileSync(file, pdf);
  return file;
};
const SERIALS = mark.marks.map(({ serial }) => serial);

/** Dots of a PPM picture that are clearly red. */
function redDots(picture: Buffer): number {
  const header = /^P6\s+\d+\s+\d+\s+255\s/.exec(picture.toString('latin1', 0, 40))?.[0].length ?? 0;
  let dots = 0;
  for (let at = header; at + 2 < picture.length; at += 3) {
    if ((picture[at] ?? 0) - (picture[at + 1] ?? 0) > 60) dots++;
  }
  return dots;
}

describe('copies for the printer', () => {
  test('hold every page of the issued file once per copy, each with its own serial and nobody else’s', async () => {
    const layout = layOutCopies(await printMarks(mark.marks), '打印');
    layout.add(issued, [0, 1]);
    const pdf = layout.finish();
    run('qpdf', ['--check', saved('copies.pdf', pdf)]);
    const pages = pdfText(pdf).split('\f').slice(0, -1);
    const original = pdfText(issued).split('\f').slice(0, -1);
    expect(pages).toHaveLength(2 * original.length);
    expect(layout.pages()).toBe(pages.length);
    pages.forEach((page, index) => {
      const own = index < original.length ? 0 : 1;
      expect(page).toContain(SERIALS[own]);
      expect(page).not.toContain(SERIALS[1 - own]);
      for (const line of (original[index % original.length] ?? '').split('\n')) expect(page).toContain(line);
    });
  });

  test('show the seal: the same red ink as the signed file, which the pages without it lack', async () => {
    const layout = layOutCopies(await printMarks(mark.marks), '打印');
    layout.add(issued, [0]);
    const ink = (pdf: Buffer, name: string) => {
      const file = saved(name, pdf);
      run('pdftoppm', ['-r', '36', '-f', '1', '-l', '1', '-singlefile', file, file]);
      return redDots(readFileSync(`${file}.ppm`));
    };
    const sealed = ink(issued, 'sealed.pdf');
    expect(sealed).toBeGreaterThan(200);
    expect(Math.abs(ink(layout.finish(), 'laid-out.pdf') - sealed)).toBeLessThan(sealed / 20);
  });

  test('cost the room of one file, however many they are', async () => {
    const many = Array.from({ length: 50 }, (_, n) => ({ position: String(n + 1), serial: `2611220001-${n}` }));
    const layout = layOutCopies(await printMarks(many), '打印');
    layout.add(
      issued,
      many.map((_, n) => n),
    );
    expect(layout.finish().length).toBeLessThan(3 * issued.length);
  });

  test('refuse a file that is none of ours', async () => {
    const layout = layOutCopies(await printMarks(mark.marks), '打印');
    expect(() => layout.add(Buffer.from('%PDF-1.4 nonsense'), [0])).toThrow('not a PDF of our printer');
  });
});

test('address labels: every address whole, a used-up first label left out, markup is only text', async () => {
  const [first] = labels.labels;
  const tricky = { ...first!, address: '#pagebreak() *粗体* $x$ \\ <a> [链接](x)' };
  const pdf = await printLabels({ skip: 13, labels: [...labels.labels, tricky] }, { creationTime: 0 });
  const pages = pdfText(pdf).split('\f').slice(0, -1);
  expect(pages).toHaveLength(2);
  const squeezed = (text: string) => text.replace(/\s/g, '');
  expect(squeezed(pages[0] ?? '')).toContain(squeezed(first!.address));
  expect(squeezed(pages[1] ?? '')).toContain(squeezed(labels.labels[1]!.address));
  expect(squeezed(pages[1] ?? '')).toContain(squeezed(tricky.address));
});
