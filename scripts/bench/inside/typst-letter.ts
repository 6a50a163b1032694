import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { root } from '../../../bff/platform/paths.ts';
import { fontFiles } from '../../../bff/platform/pdf/fonts.ts';

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
