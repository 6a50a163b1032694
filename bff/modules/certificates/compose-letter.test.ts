import { describe, expect, test } from '@jest/globals';
import { firmStanding, lawyerStanding, reviewFacts, TODAY } from '../../test/review-facts.ts';
import { composeLetter as compose, type Wording } from './compose-letter.ts';
import type { ReviewFacts } from './facts.ts';
import { SHIPPED_TYPES } from './types-shipped.ts';

const OFFICE = { association: '江海市律师协会', associationEnglish: 'Jianghai Lawyers Association' };
const composeLetter = (wording: Wording, given: ReviewFacts) => compose(wording, given, OFFICE);
const facts = (more: Partial<ReviewFacts> = {}) => reviewFacts({ lawyers: [], ...more });
const wordingOf = (code: string) => {
  const type = SHIPPED_TYPES.find((shipped) => shipped.code === code);
  if (!type) throw new Error(code);
  return { body: type.wording, rosterTitle: type.rosterTitle };
};
const lawyers = (n: number) =>
  Array.from({ length: n }, (_, i) => lawyerStanding({ id: i + 1, name: `律师${i + 1}`, licenceNo: `1449920101${i}` }));
const FIRM =
  '江海衡正律师事务所是本会团体会员，成立于2001年2月3日，执业许可证号：24499200110000001，统一社会信用代码：31449901MD0000017H，办公地址：江海市文华区书院街8号。截至此证明作出之日，共有执业律师12名。';

describe('the shipped wordings', () => {
  test('律所无行业处分', () => {
    expect(composeLetter(wordingOf('firm-clean'), facts())).toEqual({
      association: '江海市律师协会',
      title: '证明',
      paragraphs: [FIRM, '自2022年1月1日至此证明作出之日，该所未受到本会任何行业处分。'],
      table: null,
      english: null,
      roster: null,
      issuedOn: TODAY,
    });
  });

  test('律所+部分律师: up to eight are named in the text', () => {
    const eight = composeLetter(wordingOf('firm-some-lawyers-clean'), facts({ lawyers: lawyers(8) }));
    expect(eight.paragraphs[1]).toContain('律师1（执业证号：14499201010）、律师2（');
    expect(eight.paragraphs[1]).toContain('律师8（');
    expect(eight.roster).toBeNull();
  });

  test('律所+部分律师: the ninth makes an annex that names all nine', () => {
    const nine = composeLetter(wordingOf('firm-some-lawyers-clean'), facts({ lawyers: lawyers(9) }));
    expect(nine.paragraphs[1]).toContain('名单所列9名律师（名单附后）');
    expect(nine.paragraphs[1]).not.toContain('律师1（');
    expect(nine.roster?.title).toBe('律师名单（共9名）');
    expect(nine.roster?.rows.map(([index, name]) => `${index}${name}`)).toEqual(
      Array.from({ length: 9 }, (_, i) => `${i + 1}律师${i + 1}`),
    );
  });

  test('律所+全体律师: an annex even for one', () => {
    const letter = composeLetter(
      wordingOf('firm-all-lawyers-clean'),
      facts({ lawyers: lawyers(1), roster: lawyers(1) }),
    );
    expect(letter.roster).toEqual({
      title: '全体执业律师名单（共1名）',
      columns: expect.any(Array) as unknown,
      rows: [['1', '律师1', '14499201010', '执业律师']],
    });
    for (const row of letter.roster?.rows ?? []) expect(row).toHaveLength(letter.roster?.columns.length ?? 0);
  });

  test('律师个人无行业处分 names the firm of the lawyer and annexes nothing', () => {
    const letter = composeLetter(
      wordingOf('lawyer-clean'),
      facts({ firm: null, lawyers: [lawyerStanding()], purpose: '申请贷款' }),
    );
    expect(letter.paragraphs).toEqual([
      '林知远（执业证号：14499201010000001）是本会个人会员，现为江海衡正律师事务所执业律师，首次执业日期为2010年5月6日。',
      '自2022年1月1日至此证明作出之日，该律师未受到本会任何行业处分。',
      '本证明用于申请贷款。',
    ]);
    expect(letter.roster).toBeNull();
  });

  test.each([
    ['2010-05-06', '16年6个月'],
    ['2010-11-22', '16年'],
    ['2026-10-22', '1个月'],
    ['2026-11-22', '不足1个月'],
  ])('执业年限 since %s is %s', (firstPractisedOn, length) => {
    const letter = composeLetter(
      wordingOf('lawyer-membership'),
      facts({ firm: null, since: null, lawyers: [lawyerStanding({ firstPractisedOn })] }),
    );
    expect(letter.paragraphs[1]).toContain(`执业年限为${length}。`);
  });
});

describe("a member's words are data", () => {
  test.each(['{{7*7}}', '{{firm}}', '{{{firm}}}', '#read("/etc/passwd")', '<b>粗</b> & "引号"', '\\u0041$x^2$'])(
    '%s stays as it was typed',
    (typed) => {
      const letter = composeLetter(
        wordingOf('firm-other'),
        facts({ freeText: typed, purpose: typed, firm: firmStanding({ name: typed }) }),
      );
      expect(letter.paragraphs[0]).toContain(`${typed}是本会团体会员`);
      expect(letter.paragraphs[1]).toBe(typed);
      expect(letter.paragraphs[2]).toBe(`本证明用于${typed}。`);
    },
  );

  test('lines of free text are paragraphs, blank ones none', () => {
    const freeText = '第一段。\n\n  第二段。  \n第三段。';
    const letter = composeLetter(wordingOf('firm-other'), facts({ freeText }));
    expect(letter.paragraphs.slice(1)).toEqual(['第一段。', '第二段。', '第三段。']);
  });
});

describe('a wording that does not fit', () => {
  test.each(['{{unheardOf}}', '{{firm.name}}', '{{constructor}}', '{{__proto__}}', '{{#if a'])('%s throws', (body) => {
    expect(() => composeLetter({ body, rosterTitle: null }, facts())).toThrow();
  });
});
