import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { dirname, join } from 'node:path';
import { root } from '../paths.ts';
import { flatText, pdfFaults, pdfFonts } from './fixtures/pdf-tools.ts';
import { fontFiles } from './fonts.ts';
import { renderSource, startPdf, stopPdf } from './render.ts';
import { TemplateError } from './template-error.ts';

jest.setTimeout(600_000); // dozens of runs of other programs; a busy machine takes its time

const SOURCE = `#let data = json(bytes(sys.inputs.data))
#set text(font: ((name: "Tinos", covers: "latin-in-cjk"), "Noto Serif SC"), fallback: false)
#data.words`;
const AT = Date.parse('2026-11-22T06:00:00Z');

const print = (data: object, source = SOURCE) => renderSource('certificate', source, data, AT);

beforeAll(() =>
  startPdf({
    workers: 1,
    extensions: [
      {
        name: 'crashing',
        directory: join(root, 'bff/platform/pdf/fixtures/crashing-extension'),
        main: 'main.js',
        worker: 'worker.js',
        requires: { core: '4.x.x' },
        options: {},
      },
    ],
  }),
);
afterAll(stopPdf);

test('prints PDF/A-2b with embedded, subset, searchable fonts', async () => {
  const { pdf, pages, sealAnchor } = await print({ words: '你好 World 2026' });
  expect(flatText(pdf)).toContain('你好World2026');
  expect({ pages, sealAnchor }).toEqual({ pages: 1, sealAnchor: null });
  expect(pdf.toString('latin1')).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B</);
  expect(pdfFaults(pdf)).toBe('');
  const fonts = pdfFonts(pdf);
  expect(fonts.length).toBeGreaterThan(0);
  for (const { name, flags } of fonts) {
    expect(name).toMatch(/^[A-Z]{6}\+(NotoSerifSC|Tinos)-Regular$/);
    expect(flags).toEqual(['yes', 'yes', 'yes']);
  }
});

test('the same input gives the same bytes, other input and another time do not', async () => {
  const [first, again, other] = [
    await print({ words: '一' }),
    await print({ words: '一' }),
    await print({ words: '二' }),
  ];
  expect(again.pdf.equals(first.pdf)).toBe(true);
  expect(other.pdf.equals(first.pdf)).toBe(false);
  const later = await renderSource('certificate', SOURCE, { words: '一' }, AT + 1000);
  expect(later.pdf.equals(first.pdf)).toBe(false);
});

test('data is never markup', async () => {
  const words = '#read("/etc/passwd") {{7*7}} $x$ *bold* _u_ `raw` @ref <label> \\u{4e00} //no /*c*/ #panic()';
  const { pdf } = await print({ words });
  expect(flatText(pdf)).toContain(words.replace(/\s+/g, ''));
  // Control: the same words as markup are not printed as they are.
  await expect(print({}, `#set text(font: "Tinos")\n${words}`)).rejects.toThrow(TemplateError);
});

describe('what cannot be printed fails for good', () => {
  test.each([
    ['a glyph that no listed font has', { words: '王😀' }, SOURCE, /😀.*could not be displayed/],
    ['a font that is not there', { words: '王' }, SOURCE.replace('Noto Serif SC', 'Nope'), /unknown font family: nope/],
    ['a broken template', { words: '王' }, `${SOURCE}\n#let (`, /unclosed delimiter \(certificate:4\)/],
    ['missing data', {}, SOURCE, /does not contain key "words"/],
  ])('%s', async (_, data, source, reason) => {
    const error = await print(data, source).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TemplateError);
    expect((error as TemplateError).diagnostics.join()).toMatch(reason);
    expect((await print({ words: '王' })).pages).toBe(1); // control: the same with nothing wrong
  });
});

test('text changing between renderings does not upset the compiler', async () => {
  // With one source file for all versions these two abort the process: the patch cuts a character in two.
  await expect(print({ words: '' }, `${SOURCE}\u{e000}a`)).rejects.toThrow(TemplateError);
  await expect(print({ words: '' }, `${SOURCE}\u{1f600}a`)).rejects.toThrow(TemplateError);
});

test.each(['exit', 'memory'])('a worker lost by %s costs one rendering, not the server', async (death) => {
  await expect(print({ words: '王', death })).rejects.toMatchObject({ code: 'WORKER_CRASHED' });
  expect(flatText((await print({ words: '王' })).pdf)).toContain('王');
});

test('memory does not grow with the number of pages printed', async () => {
  const source = SOURCE.replace('#data.words', '#table(columns: 4, ..data.cells)');
  const dataOf = (index: number) => ({ cells: Array.from({ length: 200 }, (_, cell) => `第${index}号证明${cell}`) });
  const grown = async (use: (index: number) => unknown, times = 24) => {
    const before = process.memoryUsage().rss;
    for (let index = 0; index < times; index++) await use(index);
    return (process.memoryUsage().rss - before) / 2 ** 20;
  };
  await grown((index) => print(dataOf(index), source));
  await grown((index) => print(dataOf(index), source));
  expect(await grown((index) => print(dataOf(index), source))).toBeLessThan(30);

  // Control: the compiler alone, its cache not emptied.
  const compiler = NodeCompiler.create({
    workspace: root,
    fontArgs: [{ fontPaths: Object.values(fontFiles).map(dirname) }],
  });
  const path = join(root, 'control.typ');
  compiler.mapShadow(path, Buffer.from(source));
  const leak = await grown((index) => {
    const { result } = compiler.compile({ mainFilePath: path, inputs: { data: JSON.stringify(dataOf(index)) } });
    return result && compiler.pdf(result, { pdfStandard: 'a-2b' });
    // More often than above: what the first part has freed is filled again before the process grows.
  }, 72);
  expect(leak).toBeGreaterThan(60);
});
