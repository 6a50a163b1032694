import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ApplicationContentParsed } from '../../../contract/certificates/schemas.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { approve, certificateOf, content, doubtsOf, newKey, wordsOf } from '../../../test/factories/certificate.ts';
import { PDF } from '../../../test/files.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { pdfText } from '../../../test/pdf.ts';
import { makeAppointment, makeAssessment, makeDues, makeHours } from '../../../test/factories/record.ts';
import { makeDiscipline, makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import type { MemberActor } from '../../../actor.ts';
import { uploadFile } from '../../files/upload-file.ts';
import type { Firm, Lawyer } from '../../registry/model.ts';
import { Application, ApplicationLawyer } from '../model.ts';
import { showSample } from './show-sample.ts';
import { submitApplication } from '../applying/submit-application.ts';
import { SHIPPED_TYPES } from './types-shipped.ts';

useOffice();

const YEAR = Number(clock.today().slice(0, 4)) - 1;
let firm: Firm;
let lawyer: Lawyer;
let former: Lawyer;
let firmActor: MemberActor;
let lawyerActor: MemberActor;

beforeAll(async () => {
  firm = await makeFirm({ name: '江海十九律师事务所' });
  lawyer = await makeLawyer({ firmId: firm.id, name: '林知远', latinName: 'LIN Zhiyuan' });
  await lawyer.update({ latinNameConfirmedOn: '2026-01-12' });
  await firm.update({ englishName: 'Qingming Law Firm', englishNameConfirmedOn: '2026-01-12' });
  await makeLawyer({ firmId: firm.id, name: '南宫雨薇' });
  former = await makeLawyer({
    firmId: firm.id,
    name: '欧阳修远',
    joinedOn: '2012-03-04',
    firstPractisedOn: '2012-03-04',
  });
  await former.update({
    status: 'cancelled',
    cancelledOn: '2026-02-03',
    latinName: 'OUYANG Xiuyuan',
    latinNameConfirmedOn: '2026-01-12',
  });
  await makeDiscipline({ subjectKind: 'lawyer', subjectId: former.id, state: 'dismissed' });
  for (const subject of [
    { subjectKind: 'firm', subjectId: firm.id },
    { subjectKind: 'lawyer', subjectId: lawyer.id },
  ] as const) {
    await makeAssessment({ ...subject, year: YEAR });
    await makeAssessment({ ...subject, year: YEAR + 1, state: 'in_review', result: null, filedOn: null });
    await makeDues({ ...subject, year: YEAR, settledOn: `${YEAR}-03-18` });
  }
  await makeAppointment({ lawyerId: lawyer.id });
  await makeHours({ lawyerId: lawyer.id, heldOn: `${YEAR}-06-13` });
  await makeHours({ lawyerId: lawyer.id, heldOn: `${YEAR}-07-13`, title: '涉外仲裁讲座', hours: 1.5 });
  firmActor = await memberActor({ firmId: firm.id });
  lawyerActor = await memberActor({ lawyerId: lawyer.id });
});

const proof = async (actor: MemberActor) => ({
  attachments: [(await uploadFile({ actor, name: '同意书.pdf', bytes: PDF })).token],
  consent: true as const,
});
const FIRM_CLEAN = '自2022年1月1日至此证明作出之日，该所未受到本会任何行业处分。特此证明。';
const MEMBER = '林知远（执业证号：';

/** Code, who asks, what is filled in, whether a machine approves, and what the letter has to say. */
const WALKS: [
  code: string,
  as: 'firm' | 'lawyer',
  form: (actor: MemberActor) => Promise<Partial<ApplicationContentParsed>>,
  by: 'machine' | 'person',
  says: string[],
][] = [
  ['firm-clean', 'firm', since, 'machine', ['共有执业律师2名', FIRM_CLEAN]],
  ['firm-some-lawyers-clean', 'firm', chosen, 'machine', [`该所及${MEMBER}`, '）未受到本会任何行业处分']],
  [
    'firm-all-lawyers-clean',
    'firm',
    since,
    'machine',
    ['全体执业律师（名单见附件）未受到', '名单（共2名）', '南宫雨薇'],
  ],
  [
    'firm-chosen-lawyers-clean',
    'firm',
    chosen,
    'machine',
    ['是本会个人会员，现在江海十九律师事务所', '上述律师未受到'],
  ],
  ['firm-clean-roster', 'firm', since, 'machine', ['该所未受到', '名单见附件。', '名单（共2名）', '南宫雨薇']],
  ['firm-some-lawyers-clean-roster', 'firm', chosen, 'machine', [`该所及${MEMBER}`, '名单（共2名）', '南宫雨薇']],
  [
    'firm-former-lawyer-clean',
    'firm',
    formerOf,
    'person',
    ['欧阳修远（原执业证号：', '律师执业证书已于2026年2月3日注销', '该人员未受到本会任何行业处分', '代为申请出具'],
  ],
  [
    'firm-former-lawyer-overseas',
    'firm',
    async (actor) => ({ ...(await formerOf(actor)), latinName: 'OUYANG Xiuyuan', country: 'SG' }),
    'person',
    ['供在新加坡使用', 'CertificateofFormerMembership', 'OUYANGXiuyuan', 'deregisteredon3February2026', 'inSingapore.'],
  ],
  [
    'firm-other',
    'firm',
    async () => ({ since: undefined, freeText: '该所办公场所为自有。' }),
    'person',
    ['该所办公场所为自有。'],
  ],
  ['lawyer-membership', 'lawyer', nothing, 'machine', ['于2010年5月6日首次执业', '执业年限为']],
  ['lawyer-assessment-open', 'lawyer', nothing, 'machine', [`已按规定提交${YEAR + 1}年度律师执业年度考核材料`]],
  ['lawyer-clean', 'lawyer', since, 'machine', ['该律师未受到本会任何行业处分']],
  ['lawyer-history', 'lawyer', nothing, 'machine', ['执业经历如下：', '江海十九律师事务所', '2010.05.06至今']],
  [
    'lawyer-appointment',
    'lawyer',
    nothing,
    'machine',
    ['该律师自2023年3月1日至今担任本会涉外法律服务专业委员会副主任。'],
  ],
  [
    'lawyer-hours',
    'lawyer',
    year,
    'machine',
    [`${YEAR}年度，该律师参加本会组织的活动2次`, '共计4.5学时，具体情况如下：', '涉外仲裁讲座'],
  ],
  [
    'lawyer-standing',
    'lawyer',
    async () => ({ latinName: 'LIN Zhiyuan', country: 'GB' }),
    'machine',
    [
      '证明CertificateofStanding',
      '供在英国使用',
      'LINZhiyuan',
      'amemberingoodstanding',
      'practisingatQingmingLawFirm.',
      'foruseintheUnitedKingdom.',
    ],
  ],
  ['assessment-result', 'firm', year, 'machine', ['是本会团体会员', `经${YEAR}年度考核，该所的考核结果为：合格。`]],
  ['assessment-result', 'lawyer', year, 'machine', ['是本会个人会员', `经${YEAR}年度考核，该律师的考核结果为：称职。`]],
  ['dues-paid', 'firm', year, 'machine', [`该所已于${YEAR}年3月18日缴清${YEAR}年度会员会费，计人民币1,200.00元。`]],
  ['dues-paid', 'lawyer', year, 'machine', [`该律师已于${YEAR}年3月18日缴清${YEAR}年度会员会费`]],
  ['practice-status', 'firm', proof, 'person', ['该所的登记状态为“正常”。', '该所未受到本会任何行业处分。特此证明。']],
  [
    'practice-status',
    'lawyer',
    proof,
    'person',
    ['该律师的登记状态为“正常”。', '该律师未受到本会任何行业处分。特此证明。'],
  ],
];

function since(): Promise<object> {
  return Promise.resolve({});
}
function nothing(): Promise<object> {
  return Promise.resolve({ since: undefined });
}
function year(): Promise<object> {
  return Promise.resolve({ since: undefined, year: YEAR });
}
function chosen(): Promise<object> {
  return Promise.resolve({ lawyerIds: [lawyer.id] });
}
async function formerOf(actor: MemberActor) {
  return { ...(await proof(actor)), formerLawyer: { licenceNo: former.licenceNo, name: former.name } };
}

const submitAs = async (actor: MemberActor, more: Partial<ApplicationContentParsed>) => {
  const id = await submitApplication({ actor, content: content(more), idempotencyKey: newKey() });
  return Application.findByPk(id, { rejectOnEmpty: true });
};

describe('every shipped type, from the form to the words on the letter', () => {
  test.each(WALKS)('%s by a %s', async (type, as, form, by, says) => {
    const actor = as === 'firm' ? firmActor : lawyerActor;
    const application = await submitAs(actor, { type, ...(await form(actor)) });
    expect(doubtsOf(application)).toEqual(by === 'person' ? ['manual_type'] : []);
    expect(application.state).toBe(by === 'person' ? 'pending' : 'decided');
    if (by === 'person') await approve(application.id);
    await doDueWork();
    const certificate = await certificateOf(application.id);
    expect(certificate.issueState).toBe('issued');
    const words = await wordsOf(certificate);
    for (const sentence of says) expect(words).toContain(sentence);
    expect(words).not.toMatch(/\{\{|undefined|null/);
  });

  test('none is left out: nineteen types, each for whom it is', () => {
    const walked = new Set(WALKS.map(([code, as]) => `${code} ${as}`));
    const shipped = SHIPPED_TYPES.flatMap(({ code, audience }) =>
      (audience === 'both' ? ['firm', 'lawyer'] : [audience]).map((as) => `${code} ${as}`),
    );
    expect(SHIPPED_TYPES).toHaveLength(19);
    expect(shipped.filter((one) => !walked.has(one))).toEqual([]);
  });
});

test('the sample of every type is a letter of nobody, marked as one', async () => {
  for (const { code, audience } of SHIPPED_TYPES) {
    for (const actor of [firmActor, lawyerActor].filter(({ kind }) => audience === 'both' || kind === audience)) {
      const words = pdfText(await showSample({ actor, code })).replace(/\s/g, '');
      expect(words).toContain('示');
      expect(words).toContain('样');
      expect(words).toMatch(/张某某|示例律师事务所/);
      expect(words).not.toContain(firm.name);
      expect(words).not.toMatch(/编号：\d|核验码|\{\{|undefined/);
    }
  }
});

describe('what a person decides', () => {
  test('the records of a practice status stand in its table, an open case does not', async () => {
    const own = await makeLawyer({ firmId: firm.id, name: '诸葛有痕' });
    const subject = { subjectKind: 'lawyer', subjectId: own.id } as const;
    await makeDiscipline({ ...subject, documentNo: '江律纪字〔2025〕第7号' });
    await makeDiscipline({ ...subject, state: 'open', documentNo: '江律立字〔2026〕第8号' });
    const actor = await memberActor({ lawyerId: own.id });
    const application = await submitAs(actor, { type: 'practice-status', ...(await proof(actor)) });
    expect(doubtsOf(application)).toEqual(['no_discipline', 'manual_type']);
    await approve(application.id);
    await doDueWork();
    const words = await wordsOf(await certificateOf(application.id));
    expect(words).toContain('该律师受到本会行业处分1次，如下：');
    expect(words).toContain('江律纪字〔2025〕第7号');
    expect(words).not.toContain('第8号');
  });

  test.each([
    ['买买提•艾力', '买买提．艾力'],
    ['江　山', '江山'],
    ['买买提·艾力', '买买提艾力'],
    ['买买提·艾力', '买买提 艾力'],
    ['José Lee', 'jose lee'],
  ])('a cancelled lawyer on record as %s is found by %s', async (onRecord, typed) => {
    const one = await makeLawyer({ firmId: firm.id, name: onRecord });
    await one.update({ status: 'cancelled', cancelledOn: '2026-02-03' });
    const formerLawyer = { licenceNo: one.licenceNo, name: typed };
    const sent = { type: 'firm-former-lawyer-clean', ...(await proof(firmActor)), formerLawyer };
    const { id } = await submitAs(firmActor, sent);
    expect(await ApplicationLawyer.findOne({ where: { applicationId: id } })).toMatchObject({ lawyerId: one.id });
  });

  test('who is named as cancelled has to be: number and name have to fit, and be of nobody who practises', async () => {
    for (const formerLawyer of [
      { licenceNo: former.licenceNo, name: '欧阳修' },
      { licenceNo: lawyer.licenceNo, name: lawyer.name },
    ]) {
      await expect(
        submitAs(firmActor, { type: 'firm-former-lawyer-clean', ...(await proof(firmActor)), formerLawyer }),
      ).rejects.toMatchObject({ fields: { formerLawyer: expect.stringContaining('未查到') as unknown } });
    }
  });
});
