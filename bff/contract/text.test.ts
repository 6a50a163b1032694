import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isPlainDate } from './dates.ts';
import {
  apartFromTimes,
  isResidentIdentity,
  isUnifiedSocialCreditCode,
  namesIdentity,
  groupDigits,
  groupIdentity,
  maskIdentity,
  partsOfNumber,
  readDecimal,
  readPlainDate,
  toChineseDate,
  toHalfWidth,
  toPlainNumber,
} from './text.ts';

describe('统一社会信用代码 (GB 32100)', () => {
  // The example of the standard, and one of ours.
  test.each(['91350100M000100Y43', '31449901MD0000017H'])('%s is right', (code) => {
    expect(isUnifiedSocialCreditCode(code)).toBe(true);
  });
  test.each([
    ['too short', '91350100M000100Y4'],
    ['too long', '91350100M000100Y433'],
    ['lower case', '91350100m000100y43'],
    ['a letter that the standard leaves out', '91350100I000100Y43'],
    ['full width', '９1350100M000100Y43'],
    ['empty', ''],
  ])('%s is wrong', (_what, code) => {
    expect(isUnifiedSocialCreditCode(code)).toBe(false);
  });
  test('one wrong character is noticed, wherever it is', () => {
    wrongCharacters('91350100M000100Y43', '0123456789ABCDEFGHJKLMNPQRTUWXY', (code) =>
      expect(isUnifiedSocialCreditCode(code)).toBe(false),
    );
  });
});

describe('居民身份证号码 (GB 11643)', () => {
  test.each(['11010519491231002X', '440300200002290019', '44990119700102001X'])('%s is right', (number) => {
    expect(isResidentIdentity(number)).toBe(true);
  });
  test.each([
    ['15 digits', '110105491231002'],
    ['lower case x', '11010519491231002x'],
    ['a letter inside', '1101051949123100AX'],
    // The check character fits; 29 February 1900 and 30 February do not exist.
    ['a day that does not exist', withCheck('44030019000229001')],
    ['30 February', withCheck('44030019800230001')],
    ['month 13', withCheck('44030019801301001')],
  ])('%s is wrong', (_what, number) => {
    expect(isResidentIdentity(number)).toBe(false);
  });
  test('one wrong character is noticed, wherever it is', () => {
    wrongCharacters('11010519491231002X', '0123456789X', (number) => expect(isResidentIdentity(number)).toBe(false));
  });
});

describe('an identity number in words', () => {
  test.each([
    '号码是11010519491231002x，登记的不对',
    '身份证 110105 19491231 002X',
    '110105-1949-1231-002X',
    '1101 0519 4912 3100 2X',
    '1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X',
    '１１０１０５　１９４９１２３１　００２Ｘ',
    'ID11010519491231002X',
    '2026 110105194912310021 11010519491231002X',
    '440300200002290019和别人的',
  ])('is found: %s', (words) => {
    expect(namesIdentity(words)).toBe(true);
  });
  test.each([
    '11010519491231002',
    '执业证号 14401201110123456 2 份',
    '订单 4200002611202611290123456789',
    '统一社会信用代码 91350100M000100Y43',
    '11010519491231003X',
    '1611290041，2026-11-29，13812345678',
  ])('is not in: %s', (words) => {
    expect(namesIdentity(words)).toBe(false);
  });
});

function wrongCharacters(right: string, alphabet: string, look: (wrong: string) => void): void {
  for (let i = 0; i < right.length; i++) {
    for (const other of alphabet) if (other !== right[i]) look(right.slice(0, i) + other + right.slice(i + 1));
  }
}
function withCheck(body: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + '10X98765432'[weights.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11]!;
}

describe('dates', () => {
  test.each(['2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31', '1949-10-01'])('%s exists', (date) => {
    expect(isPlainDate(date)).toBe(true);
  });
  test.each(['2026-02-29', '2026-02-30', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'])(
    '%s does not exist',
    (date) => expect(isPlainDate(date)).toBe(false),
  );
  test.each(['2026-2-3', '26-02-03', '2026/02/03', '2026-02-03T00:00', ' 2026-02-03', '２０２６-02-03', ''])(
    '%j is not written as a date',
    (date) => expect(isPlainDate(date)).toBe(false),
  );
  test('every day from 1900 to 2100 exists and is written in Chinese', () => {
    for (let at = Date.UTC(1900, 0, 1); at < Date.UTC(2100, 0, 1); at += 86_400_000) {
      const date = new Date(at);
      const plain = date.toISOString().slice(0, 10);
      if (!isPlainDate(plain)) throw new Error(plain);
      if (toChineseDate(plain) !== `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`) {
        throw new Error(plain);
      }
    }
  });
});

describe('full width', () => {
  test('digits, letters, signs and the wide space become narrow, everything else stays', () => {
    expect(toHalfWidth('１２３ＡＢｃ＠－　中。、𠮷')).toBe('123ABc@- 中。、𠮷');
  });
  test('what was narrow comes back whatever was widened', () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000');
    fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => toHalfWidth(wide(text)) === text));
  });
});

describe('masks of identity numbers', () => {
  test.each([
    ['440300200002290019', '440***********0019'],
    ['E12345678', 'E12**5678'],
    ['12345678', '123*5678'],
    ['1234567', '*******'],
    ['', ''],
  ])('%s → %s', (number, mask) => expect(maskIdentity(number)).toBe(mask));
  test('the length stays, and never more than seven characters show', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{0,30}$/), (number) => {
        const mask = maskIdentity(number);
        expect(mask).toHaveLength(number.length);
        expect(mask.replaceAll('*', '').length).toBe(number.length > 7 ? 7 : 0);
      }),
    );
  });
});

test.each([
  ['2016-01-31', '2016-01-31'],
  ['20160131', '2016-01-31'],
  ['2016/1/31', '2016-01-31'],
  ['2016.1.31', '2016-01-31'],
  ['２０１６年１月３１日', '2016-01-31'],
  [' 2016 - 01 - 31 ', '2016-01-31'],
  ['2016。1。31', '2016-01-31'],
  ['2016、1、31', '2016-01-31'],
  ['2016年1月31号', '2016-01-31'],
  ['2016年1月31日 星期日', '2016-01-31'],
  ['2016-01-31（周日）', '2016-01-31'],
  ['2016年1月31日周八', null],
  ['2016 1 31', null],
  ['2016-02-30', null],
  ['2016-1', null],
  ['01/31/2016', null],
  ['2016-13-01', null],
  ['', null],
])('the day typed as %p is %p', (typed, day) => {
  expect(readPlainDate(typed)).toBe(day);
});

describe('a number is the one that was typed, or none', () => {
  test.each([
    ['12', 0, 12],
    ['１２', 0, 12],
    [' 1.5 ', 1, 1.5],
    ['１．５０', 1, 1.5],
    ['99999999', 0, 99_999_999],
  ])('%s', (typed, places, number) => expect(readDecimal(typed, places)).toBe(number));
  test.each(['-5', '1e3', '0x10', '1.234', '1,5', '.5', '5.', '', ' ', '∞', 'NaN', '十'])('not %j', (typed) =>
    expect(readDecimal(typed, 2)).toBeNaN(),
  );
});

describe('a long number is read in its parts', () => {
  test.each([
    ['执业证号', '14499201210100017', '1 4499 2012 1 0 100017'],
    ['统一社会信用代码', '31449901MD0000017H', '31 449901 MD0000017 H'],
    ['编号', '2611220007', '261122 0007'],
    ['编号 after many', '26112212345', '261122 12345'],
    ['商户订单号', '20261122aabbccdd1122', '20261122 aabb ccdd 1122'],
    ['核验码', '0123456789ABCDEF', '0123 4567 89AB CDEF'],
    ['of another length', '123456789', '1234 56789'],
    ['empty', '', ''],
  ])('%s: %s', (_what, number, shown) => expect(groupDigits(number)).toBe(shown));

  test('an identity number by division, birthday and running number, masked or whole; that of another paper stays whole', () => {
    expect(groupIdentity('居民身份证 110***********002X')).toBe('居民身份证 110*** ******** 002X');
    expect(groupIdentity('11010519491231002X')).toBe('110105 19491231 002X');
    expect(groupIdentity('护照 E12**5678')).toBe('护照 E12**5678');
  });

  test('nothing of it is lost', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => partsOfNumber(text).join('') === text));
  });
});

test.each([
  ['440101-19800101-0017', '440101198001010017'],
  ['440101 19800101 001x', '44010119800101001X'],
  ['440101-19800101-0018', '440101-19800101-0018'],
  ['４４０１０１‐１９８００１０１‐００１７', '440101198001010017'],
  ['31440000－md0000000－e', '31440000MD0000000E'],
  ['31440000－md0000000－f', '31440000-MD0000000-F'],
  ['2 4499 1995 1 0 000001', '24499199510000001'],
  ['24499199510000001—1', '24499199510000001-1'],
  ['E12345678', 'E12345678'],
])('the number typed as %s is kept as %s', (typed, kept) => expect(toPlainNumber(typed)).toBe(kept));

describe('a day is read in one piece, with its hour', () => {
  test.each([
    ['活动时间 2026-12-12（周六）14:00 至 17:00', ['2026-12-12（周六）14:00']],
    ['12月1日（周二）18:00 前，或 2026-12-02 09:00:30', ['12月1日（周二）18:00', '2026-12-02 09:00:30']],
    ['2026-12-12 至 2026-12-13（周日），共 2 天', ['2026-12-12', '2026-12-13（周日）']],
    ['比例 3:10', []],
  ])('%s', (words, whole) => expect(apartFromTimes(words).filter((_, at) => at % 2 === 1)).toEqual(whole));

  test('nothing of the words is lost', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => apartFromTimes(text).join('') === text));
  });
});
