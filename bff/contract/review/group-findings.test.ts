import { expect, test } from '@jest/globals';
import type { FindingReply } from '../certificates/replies.ts';
import { groupFindings } from './group-findings.ts';

const finding = (more: Partial<FindingReply>): FindingReply => ({
  rule: 'period_plausible',
  result: 'doubtful',
  subjectKind: 'lawyer',
  subject: '秦越',
  datum: '起始时间2020-01-01早于首次执业日期2021-03-04',
  source: '会员登记库',
  readAt: '2026-11-22T05:46:00.000Z',
  ...more,
});
const sentences = (...all: Partial<FindingReply>[]) => groupFindings(all.map(finding)).map(({ sentence }) => sentence);

test('what differs by its date only is one line; of one subject its datum stands', () => {
  const datum = '起始时间2020-01-01早于首次执业日期2022-05-06';
  expect(sentences({}, { datum })).toEqual(['2 名律师首次执业晚于起始时间']);
  expect(sentences({ datum })).toEqual([datum]);
});

test.each([
  ['身份信息尚未核验', '身份信息尚未核验', ['2 名律师身份信息尚未核验']],
  ['2020-01-02转入甲所', '2021-03-04转入乙所', ['2 名律师在期间内转所']],
  ['有在办变更：更名', '有在办变更：迁址', ['有在办变更：更名', '有在办变更：迁址']],
])('“%s” and “%s”', (one, other, said) => expect(sentences({ datum: one }, { datum: other })).toEqual(said));

test('another rule, result or kind of subject is another line, and the order is that of the findings', () => {
  const groups = groupFindings([
    finding({ datum: '甲' }),
    finding({ datum: '甲', result: 'contradicted' }),
    finding({ datum: '甲', subjectKind: 'firm' }),
    finding({ datum: '甲', rule: 'no_discipline' }),
    finding({ datum: '甲' }),
  ]);
  expect(groups.map(({ findings }) => findings.length)).toEqual([2, 1, 1, 1]);
});
