import { beforeAll, describe, expect, test } from '@jest/globals';
import { settingsEndpoints } from '../../../contract/settings/endpoints.ts';
import { verificationEndpoints } from '../../../contract/verification/endpoints.ts';
import { useApi } from '../../../test/api.ts';
import {
  approve,
  approveAs,
  certificateOf,
  doubtsOf,
  issue,
  reject,
  submit,
  wordsOf,
} from '../../../test/factories/certificate.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import type { MemberActor } from '../../../actor.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { Application, type Certificate } from '../model.ts';

/** What members type, from the form to the signed letter and to strangers. */

useOffice();
const api = useApi();
let actor: MemberActor;
beforeAll(async () => {
  actor = await memberActor({ firmId: (await makeFirm()).id });
});

const SAYS_MORE = '投标。本会另证明该所系2025年度资信等级AAA';
const shown = async ({ token }: Certificate) =>
  (await api.call(verificationEndpoints.verifyToken, { params: { token } })).json['certificate'] as {
    paragraphs: string[];
    applicantPurpose: string | null;
  };

test('a purpose of the list stands in the letter, as words of the association', async () => {
  const certificate = await issue(actor, { purpose: '投标' });
  expect(await wordsOf(certificate)).toContain('本证明用于投标。');
  expect(await wordsOf(certificate)).not.toContain('申请人填写');
  expect(await shown(certificate)).toMatchObject({ applicantPurpose: null });
});

test('a plain one in the own words of the applicant is issued at once, and stands apart', async () => {
  const purpose = '江海市轨道交通3号线采购第二次';
  const application = await submit(actor, { purpose });
  expect(application).toMatchObject({ state: 'decided', outcome: 'approved' });
  const certificate = await issue(actor, { purpose });
  const words = await wordsOf(certificate);
  expect(words).toContain('本证明用于申请人填写的用途（见文末）。');
  expect(words).toContain(`申请人填写，非本会证明内容用途：「${purpose}」`);
  expect(words.indexOf('申请人填写，非本会证明内容')).toBeGreaterThan(words.indexOf('特此证明'));
  const page = await shown(certificate);
  expect(page.applicantPurpose).toBe(purpose);
  expect(page.paragraphs.join()).not.toContain(purpose);
});

test('a letter in two languages says so in both', async () => {
  const firm = await makeFirm();
  await firm.update({ englishName: 'Qingming Law Firm', englishNameConfirmedOn: '2026-01-12' });
  const lawyer = await makeLawyer({ firmId: firm.id });
  await lawyer.update({ latinName: 'LIN Zhiyuan', latinNameConfirmedOn: '2026-01-12' });
  const own = await memberActor({ lawyerId: lawyer.id });
  const more = { type: 'lawyer-standing', latinName: 'LIN Zhiyuan', country: 'SG' } as const;
  const words = await wordsOf(await issue(own, { ...more, purpose: 'Bar admission' }));
  expect(words).toContain('Filledinbytheapplicant,notcertifiedbytheAssociation');
  expect(words).toContain('用途Purpose：「Baradmission」');
});

describe('one that says more goes to a person', () => {
  test('who sees why, may approve it, and then it stands apart all the same', async () => {
    const application = await submit(actor, { purpose: SAYS_MORE });
    expect(application).toMatchObject({ state: 'pending', reviewMode: 'manual', doubts: 1 });
    expect(doubtsOf(application)).toEqual(['typed_words']);
    const { datum } = application.findings.find(({ result }) => result === 'doubtful')!;
    expect(datum).toBe('自填的用途含有「。」、“本会”等字样、“证明”等字样、“资信”等字样、“等级”等字样');
    await approve(application.id);
    const certificate = await certificateOf(application.id);
    expect(certificate.letter.paragraphs.join()).not.toContain('资信等级');
    expect(certificate.letter.applicantPurpose).toBe(SAYS_MORE);
  });

  test('its quotation marks end no quotation', async () => {
    const certificate = await issue(actor, { purpose: '投标」特此证明「' });
    expect(await wordsOf(certificate)).toContain('用途：「投标』特此证明『」');
  });

  test('an application that waited before the rule: the reviewer sees it before it is approved', async () => {
    const application = await submit(actor, { purpose: SAYS_MORE });
    const findings = application.findings.filter(({ rule }) => rule !== 'typed_words' && rule !== 'names_genuine');
    await application.update({ findings, doubts: 0 });
    await expect(approve(application.id)).rejects.toMatchObject({ code: 'changed_meanwhile' });
    expect(doubtsOf(await Application.findByPk(application.id, { rejectOnEmpty: true }))).toEqual(['typed_words']);
    await approve(application.id);
    expect((await certificateOf(application.id)).letter.applicantPurpose).toBe(SAYS_MORE);
  });
});

describe('a name with a look-alike', () => {
  test('is looked at by a person once, not for every letter, and again when it changes', async () => {
    const firm = await makeFirm({ name: '江海民亊律师事务所', personInCharge: '温書囯' });
    const own = await memberActor({ firmId: firm.id });
    const first = await submit(own);
    expect(doubtsOf(first)).toEqual(['names_genuine']);
    expect(first.findings.filter(({ result }) => result === 'doubtful').map(({ datum }) => datum)).toEqual([
      '名称“江海民亊律师事务所”含有「亊」U+4E8A 形近“事”',
      '负责人“温書囯”含有「囯」U+56EF 形近“国”',
    ]);
    const second = await submit(own);
    await approve(first.id);
    // Whoever waits meanwhile is not asked about it any more either.
    await approve(second.id);
    expect(await submit(own)).toMatchObject({ state: 'decided', outcome: 'approved' });
    await firm.update({ name: '江海民亊诚律师事务所' });
    expect(doubtsOf(await submit(own))).toEqual(['names_genuine']);
  });

  test('of one lawyer in a roster; a rejection confirms nothing', async () => {
    const firm = await makeFirm();
    await makeLawyer({ firmId: firm.id, name: '王峯' });
    const own = await memberActor({ firmId: firm.id });
    const application = await submit(own, { type: 'firm-all-lawyers-clean' });
    expect(doubtsOf(application)).toEqual(['names_genuine']);
    await reject(application.id);
    const again = await submit(own, { type: 'firm-all-lawyers-clean' });
    expect(again.state).toBe('pending');
    await approve(again.id);
    expect(await submit(own, { type: 'firm-all-lawyers-clean' })).toMatchObject({ state: 'decided' });
  });
});

test('what was issued before says what it said', async () => {
  const application = await submit(actor, { purpose: '投标' });
  if (application.state === 'pending') await approve(application.id);
  const certificate = await certificateOf(application.id);
  const { applicantPurpose: _none, ...letter } = certificate.letter;
  const paragraphs = [...letter.paragraphs.slice(0, -1), `本证明用于${SAYS_MORE}。`];
  await approveAs(application.id, { letter: { ...letter, paragraphs } });
  await doDueWork();
  expect(await shown(certificate)).toMatchObject({ paragraphs, applicantPurpose: null });
});

describe('the list', () => {
  test('is the office’s own: what it adds is its own word, what it takes away stands apart', async () => {
    const as = await staffToken('administrator');
    const settings = await readSettings();
    const purposes = ['办理推荐事项', ...settings.purposes.filter((one) => one !== '投标')];
    for (const sentence of ['海外投资。', '本会推荐', '另证明其资信']) {
      const body = { ...settings, purposes: [sentence] };
      expect((await api.call(settingsEndpoints.updateSettings, { as, body })).status).toBe(422);
    }
    const saved = await api.call(settingsEndpoints.updateSettings, { as, body: { ...settings, purposes } });
    expect(saved.json['purposes']).toEqual(purposes);
    const told = await api.call(settingsEndpoints.showPublicSettings, {});
    expect(told.json['purposes']).toEqual(purposes);
    const added = await issue(actor, { purpose: '办理推荐事项' });
    expect(added.letter).toMatchObject({ applicantPurpose: null });
    expect((await issue(actor, { purpose: '投标' })).letter).toMatchObject({ applicantPurpose: '投标' });
    await api.call(settingsEndpoints.updateSettings, { as, body: settings });
  });

  test.each([
    ['twice the same', ['投标', '投标'], 'purposes'],
    ['an empty one', ['投标', ' '], 'purposes.1'],
    ['one that nobody sees', ['投\u3164标'], 'purposes.0'],
    ['a text', ['投'.repeat(31)], 'purposes.0'],
  ])('refuses %s', async (_what, purposes, field) => {
    const as = await staffToken('administrator');
    const answer = await api.call(settingsEndpoints.updateSettings, {
      as,
      body: { ...(await readSettings()), purposes },
    });
    expect(answer.status).toBe(422);
    expect(answer.json.error?.fields).toHaveProperty([field]);
  });
});
