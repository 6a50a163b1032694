import { describe, expect, test } from '@jest/globals';
import { disciplineFact, firmFacts, lawyerFacts, reviewFacts } from '../../../../test/factories/review-facts.ts';
import { MAX_FREE_TEXT } from '../../../../contract/certificates/limits.ts';
import type { DisciplineFact, LawyerFacts } from '../../../registry/facts/registry-facts.ts';
import type { Told } from '../../facts/facts.ts';
import { decide } from '../rules.ts';

/** Free text of a firm about its lawyers, of whom none is a subject of the letter: what their records make of it. */

/** 警告, in effect from 2025-03-10 to 2025-03-20. */
const ended = disciplineFact({ effectiveUntilOn: '2025-03-20' });
const FIRM = firmFacts({});
const fined = (more: Partial<LawyerFacts> = {}, records: DisciplineFact[] = [ended]) =>
  lawyerFacts({ id: 99, name: '顾清和', licenceNo: '14499201010000099', discipline: records, ...more });
const told = (more: Partial<Told> = {}): Told => ({
  firmId: FIRM.id,
  name: FIRM.name,
  head: FIRM.personInCharge,
  lawyersNow: 20,
  firms: [],
  lawyers: [fined()],
  ...more,
});
const saying = (freeText: string, of: Partial<Told> = {}, firm = FIRM) =>
  decide('manual', reviewFacts({ firm, lawyers: [], since: null, freeText, told: told(of) }))
    .findings.filter(({ rule, result }) => rule === 'no_discipline' && result !== 'holds')
    .map(({ result, subject }) => `${result} ${subject?.name}`);
const UNTRUE = ['contradicted 顾清和'];
const DOUBT = ['doubtful 顾清和'];

describe('what is denied flatly of all lawyers is contradicted by the record of any', () => {
  test.each([
    '该所律师未受到任何行业处分。',
    '该所全体执业律师近三年无行业处分。',
    '本所律师均未受过行业处分。',
    '本所及本所律师自成立以来均未受到律师协会的任何惩戒。',
    '本所现有执业律师20名，均未受到行业处分。',
    '我所全体律师、合伙人从未受到行政处罚或行业处分。',
    '该所规范执业，律师均未受到任何行业处分。',
    '该所自2023年1月1日至今，全体律师未受到行业处分。',
    '该所2025年度律师无行业处分。',
    '截至2026年11月20日，该所律师无行业处分记录。',
    '该所自二〇二三年一月一日起，全体律师未受到行业处分。',
    '该所成立于2001年2月3日，全体律师未受到任何处分。',
    '该所共有律师20名。从未受到行业处分。',
    '该所全体律师行业处分情况：无。',
    '该所全体律师受行业处分次数为0次。',
    '该所律师没有因违规执业而受到过本会的行业处分。',
    '该所没有一名律师受到过行业处分。',
    '该所无一人受到行业处分。',
    '该所未发生过律师被行业处分的情况。',
    '该所律师从未被警告。',
    '该所律师未受过训诫、警告、通报批评等。',
    '该所及所属律师近三年均没有受过任何行政处罚和行业处分。',
    '江海衡正律师事务所及该所律师诚信记录良好，未发现任何违规违纪情况。',
    '自2023年以来，我所律师从未被任何机关给予处分。',
    '全所无处分。',
    '本所律师零处分。',
    '经查询行业处分库，未查询到该所律师的行业处分记录。',
    '律师协会未对该所律师作出过行业处分决定。',
    '该所律师三年来没受处分。',
    '该所律师未曾有过被行业处分的经历。',
    '我们律所的律师没有受过处分。',
    '該所律師未受到任何行業處分。',
    '本所全體執業律師均無行業懲戒記錄。',
    '本 所 全 体 律 师 均 未 受 到 任 何 行 业 处 分。',
    '该所律师未受到任何行·业·处·分。',
    '该所律师未受到任何\n行业处分。',
    '该所律师未受到⾏业处分。',
    '该所全体律师未受到行业处分或其他处罚。',
    '再次说明：该所全体律师未受到任何行业处分。',
    '附近各单位均知，该所律师未受到行业处分。',
    'None of its lawyers has ever been disciplined.',
    'No disciplinary action has been taken against any lawyer of the firm.',
    'All lawyers of the firm have never been subject to any disciplinary sanction in the last three years.',
    // By name or number, whoever is chosen.
    '顾清和律师未受到任何行业处分。',
    '本所律师顾清和（执业证号：14499201010000099）未受到任何行业处分。',
    '顾清和系本所律师。其从未受到行业处分。',
  ])('%s', (freeText) => {
    expect(saying(freeText)).toEqual(UNTRUE);
    expect(saying(freeText, { lawyers: [] })).toEqual([]);
  });

  test.each([
    ['another time', '该所律师2024年度未受到行业处分。'],
    ['another time', '该所律师自2025年6月1日起未受到行业处分。'],
    ['another time', '该所律师近一年未受到行业处分。'],
    ['another time', '截至2024年12月31日，该所律师未受到行业处分。'],
    ['an exception', '该所律师除一名受到警告外，未受到任何行业处分。'],
    ['of others', '该所其他律师未受到任何行业处分。'],
    ['of some', '该所指派的律师未受到任何行业处分。'],
    ['of one who may be another', '该所李四律师未受到任何行业处分。'],
    ['of one who may be another', '本所律师李四未受到任何行业处分。'],
    ['the opposite', '该所律师并非未受到行业处分。'],
    ['the opposite', '该所律师未受到行业处分的说法不属实。'],
    ['a count', '该所未受到行业处分的律师共19名。'],
    ['another kind', '该所律师未受到过通报批评。'],
    ['not all of it', '该所律师未受到通报批评以上的行业处分。'],
    ['another matter', '该所律师未受到行政处罚。'],
  ])('and stays a doubt for a reason, %s: %s', (_reason, freeText) => {
    expect(saying(freeText)).toEqual(DOUBT);
  });

  test.each([
    '该所未受到任何行业处分。',
    '该所（非律师协会）未受到行业处分。',
    '该所指派律师出庭。该所未受到任何行业处分。',
    '本所律师秦越（执业证号：14499201010000011）未受到任何行业处分。',
    '该所参加投标。',
  ])('what is said of the firm alone, or of one by number, is no matter of theirs: %s', (freeText) => {
    expect(saying(freeText)).toEqual([]);
  });
});

describe('whose records count', () => {
  const left = fined({
    firmId: 8,
    periods: [
      { firmId: 7, firmName: FIRM.name, fromOn: '2010-05-06', untilOn: '2025-12-31' },
      { firmId: 8, firmName: '他所', fromOn: '2026-01-01', untilOn: null },
    ],
  });

  test('of who has left: what began there counts for its time, and is a doubt without one', () => {
    const lawyers = [left];
    expect(saying('该所律师自2025年1月1日至今未受到行业处分。', { lawyers })).toEqual(UNTRUE);
    expect(saying('该所律师未受到行业处分。', { lawyers })).toEqual(DOUBT);
    expect(saying('该所现有律师自2025年1月1日至今未受到行业处分。', { lawyers })).toEqual(DOUBT);
    const later = disciplineFact({ decidedOn: '2026-03-01', effectiveFromOn: '2026-03-10' });
    expect(
      saying('该所律师自2025年1月1日至今未受到行业处分。', { lawyers: [{ ...left, discipline: [later] }] }),
    ).toEqual([]);
  });

  test('of who has come: what was before counts, unless only the time here is spoken of', () => {
    const came = fined({ periods: [{ firmId: 7, firmName: FIRM.name, fromOn: '2026-01-01', untilOn: null }] });
    expect(saying('该所律师未受到行业处分。', { lawyers: [came] })).toEqual(UNTRUE);
    expect(saying('该所律师在本所执业期间未受到行业处分。', { lawyers: [came] })).toEqual(DOUBT);
    expect(saying('该所律师在本所执业期间未受到行业处分。')).toEqual(UNTRUE);
  });

  test.each([
    '该所20名律师均未受到任何行业处分。',
    '该所二十名执业律师，均未受到行业处分。',
    '本所20位律师。均无行业处分记录。',
  ])('of so many that fewer are left of whom it is true: %s', (freeText) => {
    expect(saying(freeText)).toEqual(UNTRUE);
    expect(saying(freeText, { lawyersNow: 21 })).toEqual(DOUBT);
    expect(saying(freeText, { lawyersNow: 21, lawyers: [fined(), fined({ id: 98, name: '秦越' })] })).toEqual([
      ...UNTRUE,
      'contradicted 秦越',
    ]);
    expect(saying(freeText, { lawyersNow: null })).toEqual(DOUBT);
  });

  test('an open case is a doubt, and one that was dropped is none', () => {
    const open = disciplineFact({ state: 'open', decidedOn: null, effectiveFromOn: null });
    expect(saying('该所律师未受到行业处分。', { lawyers: [fined({}, [open])] })).toEqual(DOUBT);
    const dropped = disciplineFact({ state: 'dismissed' });
    expect(saying('该所律师未受到行业处分。', { lawyers: [fined({}, [dropped])] })).toEqual([]);
  });

  test('whoever heads the firm is known by name; who else is a partner the register does not know', () => {
    for (const freeText of [
      '该所主任未受到任何行业处分。',
      '本所负责人无行业处分记录。',
      '该所合伙人均未受到行业处分。',
    ]) {
      expect(saying(freeText, { head: '顾清和' })).toEqual(UNTRUE);
      expect(saying(freeText)).toEqual(DOUBT);
    }
  });

  test('a branch has records of its own', () => {
    const branch = firmFacts({ id: 70, name: `${FIRM.name}南京分所`, discipline: [ended] });
    const of = { firms: [branch], lawyers: [] };
    expect(saying('该所南京分所未受到任何行业处分。', of)).toEqual([`contradicted ${branch.name}`]);
    expect(saying('该所及其分所未受到任何行业处分。', of)).toEqual([`contradicted ${branch.name}`]);
    expect(saying('该所未受到任何行业处分。', of)).toEqual([]);
    const own = firmFacts({ discipline: [ended] });
    expect(saying('该所南京分所未受到任何行业处分。', { lawyers: [] }, own)).toEqual([`doubtful ${FIRM.name}`]);
    expect(saying('该所及其分所未受到任何行业处分。', { lawyers: [] }, own)).toEqual([`contradicted ${FIRM.name}`]);
  });

  test('firm and lawyers in one sentence are denied both', () => {
    const own = firmFacts({ discipline: [ended] });
    for (const freeText of ['本所及本所律师均未受到任何行业处分。', '该所未受到行业处分，其律师均未受到行业处分。'])
      expect(saying(freeText, {}, own)).toEqual([`contradicted ${FIRM.name}`, ...UNTRUE]);
    expect(saying('该所律师均未受到行业处分。', {}, own)).toEqual([`doubtful ${FIRM.name}`, ...UNTRUE]);
  });

  test('a lawyer alone speaks of himself or herself, and may speak of the firm', () => {
    const own = lawyerFacts({ discipline: [ended] });
    const firm = firmFacts({ discipline: [ended] });
    const of = (freeText: string, lawyer = own) =>
      decide(
        'manual',
        reviewFacts({
          firm: null,
          lawyers: [lawyer],
          since: null,
          freeText,
          told: told({ firms: [firm], lawyers: [] }),
        }),
      )
        .findings.filter(({ rule, result }) => rule === 'no_discipline' && result !== 'holds')
        .map(({ result, subject }) => `${result} ${subject?.kind}`);
    expect(of('从未受到任何行业处分。')).toEqual(['contradicted lawyer']);
    expect(of('本人未受到任何行业处分。')).toEqual(['contradicted lawyer']);
    expect(of('所在律师事务所未受到任何行业处分。', lawyerFacts({}))).toEqual(['contradicted firm']);
  });
});

test('a set of rules that looks at a period of its own is contradicted by what the words deny besides', () => {
  const facts = reviewFacts({ since: '2026-01-01', freeText: '该所从未受到任何行业处分。' });
  const found = (more: object) =>
    decide('firm-clean', { ...facts, ...more }).findings.flatMap(({ rule, result }) =>
      rule === 'no_discipline' && result !== 'holds' ? [result] : [],
    );
  expect(found({ firm: firmFacts({ discipline: [ended] }) })).toEqual(['contradicted']);
  expect(found({ firm: firmFacts({ discipline: [ended] }), freeText: '' })).toEqual([]);
});

test.each([
  '受过',
  '司法行政机关',
  '因受',
  '未因受到',
  '该所及其',
  '全体现有律师',
  '各级协会',
  '处分记录',
  '2024年',
  '\n未受到',
  'no not ',
])('words that are made to be read in many ways keep nobody waiting: %s', (words) => {
  const started = performance.now();
  for (const begin of ['', '未', '该所律师未', '该所'])
    saying(`${begin}${words.repeat(400)}`.slice(0, MAX_FREE_TEXT - 2) + '处分');
  // Reading takes milliseconds; in many ways it would take years.
  expect(performance.now() - started).toBeLessThan(5_000);
});
