import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { renderSource, startPdf, stopPdf } from './render.ts';

beforeAll(() => startPdf({ workers: 1 }));
afterAll(stopPdf);

const HEAD = `#set text(font: ("Tinos", "Noto Serif SC"), fallback: false, lang: "zh", size: 16pt)
#set page(paper: "a4", margin: (x: 28mm, top: 37mm, bottom: 28mm), footer: [第1页])
#metadata((x: 28mm.pt(), top: 37mm.pt(), bottom: 28mm.pt())) <print-area>
`;
const print = (body: string) => renderSource('certificate', HEAD + body, {}, 0);
const WORD = 'JIANGHAICITYRAILTRANSITLEGALSERVICEPROCUREMENT2026';

test('text within margins and cells is printed, punctuation that hangs over the end of a line included', async () => {
  const text = `${'某律师，'.repeat(60)}（执业证号：14499201210100017）。`;
  const table = '#table(columns: (1fr, 1fr), inset: 2pt, [甲], [乙，（丙）])';
  await expect(print(`#set par(justify: true)\n${text}\n\n${table}`)).resolves.toMatchObject({ pages: 1 });
});

test.each([
  ['over the right margin', `本证明用于${WORD}项目。`, '超出版心'],
  ['over the left margin', '#h(-40pt)某某某', '超出版心'],
  ['into the footer', `#box(height: 228mm, align(bottom, place(bottom, dy: 24pt)[某某]))`, '超出版心'],
  ['off the paper', '#place(dy: 300mm)[某某]', '超出版心'],
  ['out of its cell', `#table(columns: (20mm, 1fr), [${WORD.slice(0, 20)}], [乙])`, '超出表格单元格'],
  ['over other text', '#place(dx: 4pt, dy: 6pt)[某某律师]某某律师', '重叠'],
])('text %s stops the file, and the words say which text and where', async (_, body, fault) => {
  const stopped = expect.objectContaining({
    name: 'TemplateError',
    diagnostics: expect.arrayContaining([expect.stringContaining(fault)]),
  });
  await expect(print(body)).rejects.toEqual(stopped);
  await expect(print(body)).rejects.toThrow(/第1页：“/);
});

test('a watermark lies over the page, and is not text', async () => {
  await expect(print('#place(rotate(-35deg)[示样示样])某某律师某某律师')).resolves.toMatchObject({ pages: 1 });
});
