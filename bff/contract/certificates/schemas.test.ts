import { describe, expect, test } from '@jest/globals';
import { applicationContent } from './schemas.ts';
import type { ApplicationField } from '../certificate-types/enums.ts';

const TODAY = '2026-11-22';
const common = { type: 'lawyer-standing', email: 'post@example.com' };

/** What a form of these fields says of an answer: the parsed value, or the words of each fault by field. */
function ask(asks: ApplicationField[], answers: object): unknown {
  const parsed = applicationContent(asks, TODAY).safeParse({ ...common, ...answers });
  if (parsed.success) return parsed.data;
  return Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message]));
}

describe('fields of further types', () => {
  test.each([
    ['LIN Zhiyuan', 'LIN Zhiyuan'],
    ['  lin   zhiyuan ', 'lin zhiyuan'],
    ['ＬＩＮ　Ｚｈｉｙｕａｎ', 'LIN Zhiyuan'],
    ['O’Brien-Müller, José', "O'Brien-Müller, José"],
    ['Nguyễn Thị Ánh', 'Nguyễn Thị Ánh'],
  ])('%s is the Latin name %s', (typed, kept) => {
    expect(ask(['latinName'], { latinName: typed })).toMatchObject({ latinName: kept });
  });

  test.each(['', '林知远', 'LIN 知远', 'Лин', 'LIN\nZhiyuan', '<b>LIN</b>', 'LIN2', 'L'.repeat(81), '-LIN', 7, null])(
    '%j is no Latin name',
    (typed) => expect(ask(['latinName'], { latinName: typed })).toHaveProperty('latinName'),
  );

  test.each([
    ['2025', 2025],
    [2026, 2026],
    ['２０２４', 2024],
  ])('%s is a year', (typed, year) => expect(ask(['year'], { year: typed })).toMatchObject({ year }));

  test.each(['', '1999', 2027, '2025.5', '去年', undefined])('%s is no year of ours', (typed) => {
    expect(ask(['year'], { year: typed })).toEqual({
      year: expect.stringMatching(/^(年度应为2000至2026|请填写年度)/) as unknown,
    });
  });

  test.each(['CN', 'XX', 'sg', '', 'constructor', 7, undefined])('%s is no country to choose', (country) => {
    expect(ask(['country'], { country })).toEqual({ country: '请选择使用国家/地区' });
  });

  test('Hong Kong, Macao and Taiwan are regions of China', () => {
    for (const country of ['HK', 'MO', 'TW']) expect(ask(['country'], { country })).toMatchObject({ country });
  });

  test('a cancelled lawyer is named by number and name, both', () => {
    const formerLawyer = { licenceNo: ' １４４９９２０１２１０１００３９９ ', name: ' 欧阳修远 ' };
    expect(ask(['formerLawyer'], { formerLawyer })).toMatchObject({
      formerLawyer: { licenceNo: '14499201210100399', name: '欧阳修远' },
    });
    expect(ask(['formerLawyer'], { formerLawyer: { licenceNo: '', name: '' } })).toEqual({
      'formerLawyer.licenceNo': expect.stringContaining('执业证号') as unknown,
      'formerLawyer.name': '请填写姓名',
    });
    expect(ask(['formerLawyer'], {})).toEqual({ formerLawyer: '请填写已注销律师的执业证号和姓名' });
  });

  test('a tick that is not set is no consent', () => {
    for (const consent of [false, 'true', 1, undefined]) {
      expect(ask(['consent'], { consent })).toEqual({ consent: '请确认已征得当事人同意' });
    }
  });

  test('what is written freely may be proved by files, and need not be', () => {
    const files = ['AAAAAAAAAAAAAAAAAAAA'];
    for (const attachments of [undefined, [], files]) {
      expect(ask(['freeText'], { freeText: '内容', attachments })).toMatchObject({ freeText: '内容' });
    }
    expect(ask(['freeText'], { freeText: '内容', attachments: files })).toMatchObject({ attachments: files });
    // Where the type asks for them they must be there.
    expect(ask(['freeText', 'attachments'], { freeText: '内容', attachments: [] })).toEqual({
      attachments: '请至少上传一份附件',
    });
  });

  test('what the type does not ask for is refused, all faults at once', () => {
    expect(ask(['year', 'country'], { latinName: 'LIN', attachments: [] })).toMatchObject({
      year: expect.anything() as unknown,
      country: expect.anything() as unknown,
      '': expect.stringMatching(/latinName.*attachments/) as unknown,
    });
  });
});
