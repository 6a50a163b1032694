import { describe, expect, test } from '@jest/globals';
import { firmFacts, heldRecords, lawyerFacts, reviewFacts, TODAY } from '../../../test/factories/review-facts.ts';
import { composeLetter as compose, type Wording } from './compose-letter.ts';
import type { Office } from './letter-values.ts';
import type { ReviewFacts } from '../facts/facts.ts';
import { SHIPPED_TYPES } from '../types/types-shipped.ts';

const OFFICE: Office = {
  association: '江海市律师协会',
  associationEnglish: 'Jianghai Lawyers Association',
  signatoryEnglish: 'Secretary-General',
  addressEnglish: '8 Shuyuan Street, Wenhua District, Jianghai, China',
  certificateEmail: 'certificates@jianghai.example',
  verifyingEnglish: 'To verify, scan the code.',
  rosterOrder: 'stroke',
};
const composeLetter = (wording: Wording, given: ReviewFacts) => compose(wording, given, OFFICE);
const facts = (more: Partial<ReviewFacts> = {}) => reviewFacts({ lawyers: [], ...more });
const wordingOf = (code: string) => {
  const type = SHIPPED_TYPES.find((shipped) => shipped.code === code);
  if (!type) throw new Error(code);
  return { body: type.wording, rosterTitle: type.rosterTitle };
};
const lawyers = (n: number) =>
  Array.from({ length: n }, (_, i) => lawyerFacts({ id: i + 1, name: `律师${i + 1}`, licenceNo: `1449920101${i}` }));
const FIRM =
  '江海衡正律师事务所是本会团体会员，成立于2001年2月3日，执业许可证号：24499200110000001，统一社会信用代码：31449901MD0000017H，办公地址：江海市文华区书院街8号。截至此证明作出之日，共有执业律师12名。';

describe('the shipped wordings', () => {
  test('律所无行业处分', () => {
    expect(composeLetter(wordingOf('firm-clean'), facts())).toEqual({
      association: '江海市律师协会',
      title: '证明',
      applicantPurpose: null,
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
    expect(nine.paragraphs[1]).toContain('该所及附件名单所列9名律师未受到');
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
      firm: '江海衡正律师事务所',
      title: '全体执业律师名单（共1名）',
      note: '按姓氏笔画排序',
      columns: expect.any(Array) as unknown,
      rows: [['1', '律师1', '14499201010', '执业律师']],
    });
    for (const row of letter.roster?.rows ?? []) expect(row).toHaveLength(letter.roster?.columns.length ?? 0);
  });

  test('律师个人无行业处分 names the firm of the lawyer and annexes nothing', () => {
    const letter = composeLetter(
      wordingOf('lawyer-clean'),
      facts({ firm: null, lawyers: [lawyerFacts()], purpose: '申请贷款' }),
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
      facts({ firm: null, since: null, lawyers: [lawyerFacts({ firstPractisedOn })] }),
    );
    expect(letter.paragraphs[1]).toContain(`执业年限为${length}。`);
  });

  test('执业年限 leaves out the time in which the register knows the lawyer in no firm, and says so', () => {
    const periods = [
      { firmId: 8, firmName: '江海远山律师事务所', fromOn: '2010-05-06', untilOn: '2015-06-30' },
      { firmId: 7, firmName: '江海衡正律师事务所', fromOn: '2018-07-01', untilOn: null },
    ];
    const letter = composeLetter(
      wordingOf('lawyer-membership'),
      facts({ firm: null, since: null, lawyers: [lawyerFacts({ firstPractisedOn: '2010-05-06', periods })] }),
    );
    expect(letter.paragraphs[1]).toContain('执业年限为13年6个月（不含执业中断期间）。');
  });
});

describe('a table', () => {
  const periods = (n: number) =>
    Array.from({ length: n }, (_, i) => ({
      firmId: i === 0 ? null : 7,
      firmName: `第${i + 1}律师事务所`,
      fromOn: `${2001 + i}-01-01`,
      untilOn: i === n - 1 ? null : `${2001 + i}-12-31`,
    }));
  const history = (n: number) =>
    composeLetter(wordingOf('lawyer-history'), facts({ firm: null, lawyers: [lawyerFacts({ periods: periods(n) })] }));

  test('of up to ten rows stands in the letter, after the words that announce it', () => {
    const { paragraphs, table, roster } = history(10);
    expect(paragraphs.at(-1)).toBe('截至此证明作出之日，该律师的执业经历如下：');
    expect(table).toMatchObject({ after: paragraphs.length });
    expect(table?.rows.slice(0, 1)).toEqual([['1', '第1律师事务所（本会以外）', '2001.01.01', '2001.12.31']]);
    expect(table?.rows.at(-1)).toEqual(['10', '第10律师事务所', '2010.01.01', '至今']);
    expect(roster).toBeNull();
  });

  test('of more is annexed, and the words say so', () => {
    const { paragraphs, table, roster } = history(11);
    expect(paragraphs.at(-1)).toBe('截至此证明作出之日，该律师的执业经历见附件。');
    expect(table).toBeNull();
    expect(roster).toMatchObject({ title: '执业经历', head: '执业经历', firm: lawyerFacts().name });
    expect(roster?.rows).toHaveLength(11);
  });

  test('of few rows with long names, which take two lines each, is annexed too', () => {
    const named = (firmName: string) =>
      facts({
        firm: null,
        lawyers: [lawyerFacts({ periods: periods(6).map((period) => ({ ...period, firmName })) })],
      });
    const annexed = (firmName: string) => composeLetter(wordingOf('lawyer-history'), named(firmName)).roster !== null;
    expect([annexed('江海衡则律师事务所'), annexed('江海衡则清鸣'.repeat(6))]).toEqual([false, true]);
  });

  test('without rows is none', () => {
    const given = facts({ firm: null, lawyers: [lawyerFacts({ periods: [] })] });
    expect(composeLetter(wordingOf('lawyer-history'), given)).toMatchObject({ table: null, roster: null });
  });

  test('stands where its line stands', () => {
    const body = '甲。\n{{historyTable}}\n乙。';
    const given = facts({ firm: null, lawyers: [lawyerFacts()] });
    const letter = composeLetter({ body, rosterTitle: null }, given);
    expect([letter.paragraphs, letter.table?.after]).toEqual([['甲。', '乙。'], 1]);
  });

  test('of hours states only what is not disputed', () => {
    const hours = [
      ...heldRecords().hours,
      { ...heldRecords().hours[0]!, title: '争议活动', state: 'disputed' as const },
    ];
    const given = facts({ firm: null, lawyers: [lawyerFacts()], year: 2025, records: { ...heldRecords(), hours } });
    const letter = composeLetter(wordingOf('lawyer-hours'), given);
    expect(letter.paragraphs.at(-1)).toContain('活动1次，经签到确认共计3学时，具体情况如下：');
    expect(JSON.stringify(letter.table)).not.toContain('争议活动');
  });
});

describe('a roster of all lawyers', () => {
  const all = lawyers(12);
  const letter = (chosen: typeof all) =>
    composeLetter(wordingOf('firm-some-lawyers-clean-roster'), facts({ lawyers: chosen, roster: all }));

  test('is annexed whole, a few chosen are named in the text', () => {
    const { paragraphs, roster } = letter(all.slice(0, 2));
    expect(paragraphs[1]).toContain('律师1（执业证号：14499201010）、律师2（');
    expect(roster?.rows).toHaveLength(12);
    expect(roster?.columns).toHaveLength(4);
  });

  test('stands in the order that the association has set, in the letter that names only some too', () => {
    const named = ['查一', '王二', '单三', '丁四'].map((name, id) => lawyerFacts({ id, name, licenceNo: `1449${id}` }));
    const order = (rosterOrder: Office['rosterOrder']) => {
      const given = facts({ lawyers: named.slice(0, 1), roster: named });
      const { roster } = compose(wordingOf('firm-some-lawyers-clean-roster'), given, { ...OFFICE, rosterOrder });
      return [roster?.note, ...(roster?.rows.map(([, name]) => name) ?? [])];
    };
    expect(order('stroke')).toEqual(['按姓氏笔画排序', '丁四', '王二', '单三', '查一']);
    expect(order('pinyin')).toEqual(['按姓名拼音排序', '丁四', '单三', '王二', '查一']);
  });

  test('marks the chosen when they are too many for a sentence', () => {
    const { paragraphs, roster } = letter(all.slice(0, 9));
    expect(paragraphs[1]).toContain('附件名单中标注“√”的9名律师');
    expect(roster?.rows.filter((row) => row.at(-1) === '√')).toHaveLength(9);
    expect(roster?.rows.find(([, name]) => name === '律师12')?.at(-1)).toBe('');
  });
});

describe('a letter in two languages', () => {
  test('says whom a foreign bar can ask, as the association has set it', () => {
    const { english } = composeLetter(wordingOf('lawyer-standing'), facts({ lawyers: [lawyerFacts()] }));
    expect(english).toMatchObject({
      signatory: OFFICE.signatoryEnglish,
      address: OFFICE.addressEnglish,
      email: OFFICE.certificateEmail,
      verifying: OFFICE.verifyingEnglish,
    });
  });

  test('has titles, dates and names of its own in English', () => {
    const given = facts({
      firm: null,
      lawyers: [lawyerFacts()],
      latinName: 'LIN Zhiyuan',
      country: 'GB' as const,
      since: '2024-02-29',
    });
    const { title, english, paragraphs } = composeLetter(wordingOf('lawyer-standing'), given);
    expect(title).toBe('证明');
    expect(paragraphs).toContain('本证明供在英国使用。');
    expect(english).toMatchObject({ title: 'Certificate of Standing', association: OFFICE.associationEnglish });
    expect(english?.paragraphs[0]).toContain('LIN Zhiyuan (林知远), Licence No. 14499201010000001, was first admitted');
    expect(english?.paragraphs[0]).toContain('on 6 May 2010 and is a member in good standing of Jianghai Lawyers');
    expect(english?.paragraphs[1]).toContain('From 29 February 2024 to the date of this certificate');
    expect(english?.paragraphs[2]).toBe('This certificate is issued for use in the United Kingdom.');
  });
});

describe("a member's words are data", () => {
  test('marks of a wording in them are words', () => {
    const freeText = '# 任命书\n---\n# Certificate\n{{historyTable}}';
    const letter = composeLetter(wordingOf('firm-other'), facts({ freeText }));
    expect(letter).toMatchObject({ title: '证明', english: null, table: null });
    expect(letter.paragraphs.slice(1)).toEqual(['# 任命书', '---', '# Certificate', '{{historyTable}}']);
  });

  test.each(['{{7*7}}', '{{firm}}', '{{{firm}}}', '#read("/etc/passwd")', '<b>粗</b> & "引号"', '\\u0041$x^2$'])(
    '%s stays as it was typed',
    (typed) => {
      const letter = composeLetter(
        wordingOf('firm-other'),
        facts({ freeText: typed, purpose: typed, firm: firmFacts({ name: typed }) }),
      );
      expect(letter.paragraphs[0]).toContain(`${typed}是本会团体会员`);
      expect(letter.paragraphs[1]).toBe(typed);
      expect(letter.paragraphs[2]).toBe('本证明用于申请人填写的用途（见文末）。');
      expect(letter.applicantPurpose).toBe(typed);
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
