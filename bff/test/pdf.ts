import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What poppler, which knows nothing of our code, reads in a PDF. */
function poppler(program: string, pdf: Uint8Array, args: { before: string[]; after: string[] }): string {
  const folder = mkdtempSync(join(tmpdir(), 'lvzheng-pdf-test-'));
  try {
    const file = join(folder, 'file.pdf');
    writeFileSync(file, pdf);
    const { stdout, stderr, status, error } = spawnSync(program, [...args.before, file, ...args.after], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (error) throw error;
    if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text of all pages. */
export const pdfText = (pdf: Uint8Array): string => poppler('pdftotext', pdf, { before: [], after: ['-'] });

/** What is said about the signatures. */
export const pdfSignatures = (pdf: Uint8Array): string => poppler('pdfsig', pdf, { before: [], after: [] });
