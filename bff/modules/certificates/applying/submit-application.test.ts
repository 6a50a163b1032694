import { describe, expect, test } from '@jest/globals';
import { clock } from '../../../platform/clock/clock.ts';
import {
  certificateOf,
  content,
  doubtsOf,
  eventsOf,
  newKey,
  submit,
  wordsOf,
} from '../../../test/factories/certificate.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { makeDiscipline, makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { AppError } from '../../../errors.ts';
import type { Firm, Lawyer } from '../../registry/model.ts';
import { Application } from '../model.ts';
import { submitApplication } from './submit-application.ts';

useOffice();

async function firmWith(lawyers: number, more: Parameters<typeof makeFirm>[0] = {}) {
  const firm = await makeFirm(more);
  const staff: Lawyer[] = [];
  for (let i = 0; i < lawyers; i++) staff.push(await makeLawyer({ firmId: firm.id, name: `律师${i + 1}` }));
  return { firm, lawyers: staff, actor: await memberActor({ firmId: firm.id }) };
}
async function lawyerInFirm(more: Parameters<typeof makeLawyer>[0] = {}) {
  const firm = await makeFirm();
  const lawyer = await makeLawyer({ firmId: firm.id, ...more });
  return { firm, lawyer, actor: await memberActor({ lawyerId: lawyer.id }) };
}

describe('a member about whom nothing is in doubt gets the certificate at once', () => {
  test.each(['firm-clean', 'firm-some-lawyers-clean', 'firm-all-lawyers-clean'])('%s', async (type) => {
    const { firm, lawyers, actor } = await firmWith(2);
    const lawyerIds = type === 'firm-some-lawyers-clean' ? lawyers.map(({ id }) => id) : undefined;
    const application = await submit(actor, { type, ...(lawyerIds && { lawyerIds }) });
    expect(application).toMatchObject({ state: 'decided', outcome: 'approved', reviewMode: 'automatic', doubts: 0 });
    expect(application.decidedBy).toBe('系统');
    await doDueWork();
    const certificate = await certificateOf(application.id);
    expect(certificate).toMatchObject({ issueState: 'issued', number: application.number, standing: 'valid' });
    const words = await wordsOf(certificate);
    expect(words).toContain(`${firm.name}是本会团体会员`);
    expect(words).toContain('自2022年1月1日至此证明作出之日');
    expect(words).toContain(application.number);
    for (const lawyer of lawyers) expect(words.includes(lawyer.licenceNo)).toBe(type !== 'firm-clean');
    expect(await eventsOf(application.id)).toEqual(['submitted', 'auto_approved', 'issued']);
  });

  test.each(['lawyer-clean', 'lawyer-membership'])('%s', async (type) => {
    const { firm, lawyer, actor } = await lawyerInFirm({ name: '欧阳知远' });
    const application = await submit(actor, { type, ...(type === 'lawyer-membership' && { since: undefined }) });
    expect(application).toMatchObject({ state: 'decided', outcome: 'approved', applicantName: '欧阳知远' });
    await doDueWork();
    const words = await wordsOf(await certificateOf(application.id));
    expect(words).toContain('欧阳知远');
    expect(words).toContain(lawyer.licenceNo);
    expect(words).toContain(firm.name);
  });

  test('the number is the day in Shanghai and a running number', async () => {
    const { actor } = await firmWith(0);
    const application = await submit(actor);
    expect(application.number).toBe(
      `${clock.today().slice(2).replaceAll('-', '')}${String(application.id).padStart(4, '0')}`,
    );
  });
});

describe('any doubt goes to a person, and nothing is issued', () => {
  test.each<[string, string, (firm: Firm, lawyer: Lawyer) => Promise<unknown>]>([
    ['member_active', 'firm suspended', (firm) => firm.update({ status: 'suspended' })],
    ['identity_matched', 'identity not matched', (_firm, lawyer) => lawyer.update({ identityMatchedOn: null })],
    ['fields_complete', 'no address', (firm) => firm.update({ address: '' })],
    ['no_pending_change', 'merger under way', (firm) => firm.update({ pendingChange: '合并' })],
    ['printable', 'a character without glyph', (firm) => firm.update({ name: '江海😀律师事务所' })],
    [
      'period_plausible',
      'first practised after since',
      (_firm, lawyer) => lawyer.update({ firstPractisedOn: '2022-01-02' }),
    ],
    ['membership_covers_period', 'joined after since', (_firm, lawyer) => lawyer.update({ joinedOn: '2022-01-02' })],
    ['no_discipline', 'record of the firm', (firm) => makeDiscipline({ subjectKind: 'firm', subjectId: firm.id })],
    [
      'no_discipline',
      'open case of the lawyer',
      (_firm, lawyer) => makeDiscipline({ subjectKind: 'lawyer', subjectId: lawyer.id, state: 'open' }),
    ],
  ])('%s: %s', async (rule, _what, spoil) => {
    const { firm, lawyers, actor } = await firmWith(1);
    await doDueWork();
    await spoil(firm, lawyers[0]!);
    const application = await submit(actor, { type: 'firm-some-lawyers-clean', lawyerIds: [lawyers[0]!.id] });
    expect(doubtsOf(application)).toEqual([rule]);
    expect(application).toMatchObject({ state: 'pending', outcome: null, reviewMode: 'manual', doubts: 1 });
    expect(await eventsOf(application.id)).toEqual(['submitted', 'referred']);
    await expect(certificateOf(application.id)).rejects.toThrow();
    expect(await doDueWork()).toBe(0);
  });

  test('a lawyer who asks while suspended', async () => {
    const { lawyer, actor } = await lawyerInFirm();
    await lawyer.update({ status: 'suspended' });
    expect(doubtsOf(await submit(actor, { type: 'lawyer-clean' }))).toEqual(['member_active']);
  });

  test('one doubtful lawyer of many is enough, and only that one is named', async () => {
    const { lawyers, actor } = await firmWith(3);
    await makeDiscipline({ subjectKind: 'lawyer', subjectId: lawyers[1]!.id });
    const application = await submit(actor, { type: 'firm-all-lawyers-clean' });
    expect(application).toMatchObject({ state: 'pending', doubts: 1 });
    expect(application.findings.find(({ result }) => result !== 'holds')?.subject).toMatchObject({ name: '律师2' });
  });

  test('a type that a person decides, whatever the facts', async () => {
    const { actor } = await firmWith(0);
    const application = await submit(actor, {
      type: 'firm-other',
      since: undefined,
      freeText: '第一段\n\t第二段\t第三列',
    });
    expect(doubtsOf(application)).toEqual(['manual_type']);
  });

  test('a lawyer who changed firms within the period', async () => {
    const { lawyer, actor } = await lawyerInFirm({ joinedOn: '2010-05-06', firmSinceOn: '2023-01-01' });
    expect(lawyer.firmId).not.toBeNull();
    expect(doubtsOf(await submit(actor, { type: 'lawyer-clean' }))).toEqual(['membership_covers_period']);
    const practice = await submit(actor, { type: 'lawyer-membership', since: undefined });
    expect(doubtsOf(practice)).toEqual(['practice_unbroken']);
  });
});

describe('what a member may not ask for', () => {
  const faultsOf = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(AppError);
    return { code: (error as AppError).code, fields: (error as AppError).fields };
  };

  test('another firm’s lawyer, a lawyer who left, one that does not exist', async () => {
    const own = await firmWith(1);
    const other = await firmWith(1);
    const left = await firmWith(1);
    await left.lawyers[0]!.update({ status: 'cancelled' });
    const before = await Application.count();
    for (const [actor, lawyerIds] of [
      [own.actor, [own.lawyers[0]!.id, other.lawyers[0]!.id]],
      [left.actor, [left.lawyers[0]!.id]],
      [own.actor, [999_999_999]],
    ] as const) {
      expect(await faultsOf(submit(actor, { type: 'firm-some-lawyers-clean', lawyerIds: [...lawyerIds] }))).toEqual({
        code: 'invalid_fields',
        fields: { lawyerIds: expect.stringContaining('非本所') as unknown },
      });
    }
    expect(await Application.count()).toBe(before);
  });

  test.each(['lawyer-clean', 'no-such-type'])('a firm: %s', async (type) => {
    const { actor } = await firmWith(0);
    expect(await faultsOf(submit(actor, { type }))).toMatchObject({
      code: 'invalid_fields',
      fields: { type: '请选择可申请的证明类型' },
    });
  });

  test('a lawyer: a letter about a firm', async () => {
    const { actor } = await lawyerInFirm();
    expect((await faultsOf(submit(actor, { type: 'firm-clean' }))).code).toBe('invalid_fields');
  });

  test('the key of one submission for another content', async () => {
    const { actor } = await firmWith(0);
    const idempotencyKey = newKey();
    await submitApplication({ actor, content: content(), idempotencyKey });
    expect(
      (await faultsOf(submitApplication({ actor, content: content({ purpose: '投标' }), idempotencyKey }))).code,
    ).toBe('idempotency_conflict');
  });
});
