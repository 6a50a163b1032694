import { expect, test } from '@jest/globals';
import { NotXlsx, readBatches, readXlsx } from '../read-xlsx.ts';

/** Sheets in the plainest form, as other programs and careless hands write them. */

const WANTED = { labels: ['执业证号', '电话'], key: ['执业证号'] };
const textsOf = async (csv: string) =>
  (await readXlsx(Buffer.from(csv), WANTED)).map(({ cells }) =>
    cells.map((cell) => ('text' in cell ? cell.text : null)),
  );

test('none of many rows is lost: who takes them sees that they are too many', async () => {
  const row = '14499201210100017,0700-6880001\n';
  let [rows, last] = [0, 0];
  // With titles and gaps, which are no rows.
  const csv = `名单\n\n执业证号,电话\n${row.repeat(60_000)}\n\n${row.repeat(60_000)}`;
  for await (const batch of readBatches(Buffer.from(csv), WANTED)) {
    rows += batch.length;
    last = batch.at(-1)!.number;
  }
  expect([rows, last]).toEqual([120_001, 120_005]);
});

test('more lines than a sheet can have are refused at once', async () => {
  // Taken apart they would take the better part of a minute.
  const csv = Buffer.from(`执业证号,电话\n${'1,2\n'.repeat(2_400_000)}`);
  await expect(readXlsx(csv, WANTED, { milliseconds: 20_000 })).rejects.toEqual(new NotXlsx('too_large'));
});

test('what keeps Excel from taking digits for a number is none of the words', async () => {
  expect(
    await textsOf(
      `执业证号,电话\n"=""14499201210100017""","=""0700-6880001"""\n'14499201210100017,'（0700）6880001\n="14499201210100017",\t0700-6880001\n`,
    ),
  ).toEqual([
    ['执业证号', '电话'],
    ['14499201210100017', '0700-6880001'],
    ['14499201210100017', '（0700）6880001'],
    ['14499201210100017', '0700-6880001'],
  ]);
  // A formula is none of them.
  expect((await readXlsx(Buffer.from('执业证号,电话\n1,=1+1\n'), WANTED))[1]!.cells).toEqual([
    { text: '1' },
    { text: '=1+1' },
  ]);
});
