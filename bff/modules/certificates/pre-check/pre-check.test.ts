import { describe, expect, test } from '@jest/globals';
import { certificateEndpoints } from '../../../contract/certificates/endpoints.ts';
import { preCheckEndpoints, type PreCheckReply } from '../../../contract/pre-check/endpoints.ts';
import type { PreCheckContent } from '../../../contract/certificates/schemas.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { certificateOf, content, newKey, wordsOf } from '../../../test/factories/certificate.ts';
import { makeDiscipline, makeFirm, makeLawyer } from '../../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import type { Lawyer } from '../../registry/model.ts';
import { Application } from '../model.ts';

useOffice();
const api = useApi();

/** A firm with lawyers who began to practise on these days, and were members from then on. */
async function firmOf(...days: string[]) {
  const firm = await makeFirm();
  const lawyers: Lawyer[] = [];
  for (const [i, firstPractisedOn] of days.entries()) {
    lawyers.push(
      await makeLawyer({ firmId: firm.id, name: `律师${i + 1}`, firstPractisedOn, joinedOn: firstPractisedOn }),
    );
  }
  return { firm, lawyers, token: await memberToken({ firmId: firm.id }) };
}
const ALL = { type: 'firm-all-lawyers-clean', since: '2022-01-01' };

async function preCheck(token: string, form: PreCheckContent): Promise<PreCheckReply> {
  const answer = await api.call(preCheckEndpoints.preCheck, { as: token, body: form });
  expect(answer.status).toBe(200);
  return answer.json as unknown as PreCheckReply;
}
const submit = (token: string, form: PreCheckContent & { seen?: string; idempotencyKey?: string }) =>
  api.call(certificateEndpoints.submitApplication, {
    as: token,
    body: { email: 'post@example.com', idempotencyKey: newKey(), ...form },
  });

describe('what the pre-check says is what the submit does', () => {
  test('nothing wrong with anybody: issued at once', async () => {
    const { token } = await firmOf('2010-05-06', '2012-05-06');
    const before = await Application.count();
    const { reviewMode, reasons, seen } = await preCheck(token, ALL);
    expect({ reviewMode, reasons }).toEqual({ reviewMode: 'automatic', reasons: [] });
    expect(await Application.count()).toBe(before);
    const answer = await submit(token, { ...ALL, seen });
    expect(answer.json).toMatchObject({ reviewMode: 'automatic', outcome: 'approved' });
  });

  test('lawyers who began later are one reason with two remedies, and either is automatic', async () => {
    const { token, lawyers } = await firmOf('2010-05-06', '2023-03-01', '2024-07-15');
    const late = await preCheck(token, ALL);
    expect(late.reviewMode).toBe('manual');
    expect(late.reasons).toEqual([
      {
        rule: 'period_plausible',
        result: 'doubtful',
        words: '2名律师首次执业晚于2022-01-01',
        names: ['律师2', '律师3'],
        remedies: [
          { kind: 'own-start' },
          {
            kind: 'drop-lawyers',
            type: { code: 'firm-some-lawyers-clean', label: '律所+部分律师无行业处分' },
            keep: [{ id: lawyers[0]!.id, name: '律师1', licenceNo: lawyers[0]!.licenceNo }],
          },
        ],
      },
    ]);
    const own = { ...ALL, sinceFirstPractice: true };
    const dropped = { type: 'firm-some-lawyers-clean', since: ALL.since, lawyerIds: [lawyers[0]!.id] };
    for (const [form, words] of [
      [own, '自2022年1月1日（其后首次执业的律师为各自首次执业之日）至此证明作出之日'],
      [dropped, '自2022年1月1日至此证明作出之日，该所及律师1（'],
    ] as const) {
      const now = await preCheck(token, form);
      expect(now).toMatchObject({ reviewMode: 'automatic', reasons: [] });
      const answer = await submit(token, { ...form, seen: now.seen });
      expect(answer.json).toMatchObject({ reviewMode: 'automatic', outcome: 'approved' });
      await doDueWork();
      expect(await wordsOf(await certificateOf(Number(answer.json['id'])))).toContain(words);
    }
  });

  test('a letter says nothing of first days where nobody began later', async () => {
    const { token } = await firmOf('2010-05-06');
    const form = { ...ALL, sinceFirstPractice: true };
    const answer = await submit(token, { ...form, seen: (await preCheck(token, form)).seen });
    await doDueWork();
    const words = await wordsOf(await certificateOf(Number(answer.json['id'])));
    expect(words).toContain('自2022年1月1日至此证明作出之日');
  });

  test('who came from another firm within the period stays a matter for a person, also by his or her own first day', async () => {
    const { token, firm } = await firmOf('2010-05-06');
    await makeLawyer({ firmId: firm.id, name: '转所人', firmSinceOn: '2023-01-01' });
    const { reviewMode, reasons } = await preCheck(token, { ...ALL, sinceFirstPractice: true });
    expect(reviewMode).toBe('manual');
    expect(reasons.map(({ rule, words }) => [rule, words])).toEqual([
      ['membership_covers_period', expect.stringMatching(/^转所人：2023-01-01转入/)],
    ]);
    expect(reasons[0]?.remedies.map(({ kind }) => kind)).toEqual(['drop-lawyers']);
  });

  test('a lawyer alone is led to the first day of his or her own', async () => {
    const { lawyers } = await firmOf('2023-03-01');
    const token = await memberToken({ lawyerId: lawyers[0]!.id });
    const form = { type: 'lawyer-clean', since: '2022-01-01' };
    const { reasons } = await preCheck(token, form);
    expect(reasons[0]).toMatchObject({ words: expect.stringContaining('首次执业日期2023-03-01') as unknown });
    expect(reasons[0]?.remedies).toEqual([{ kind: 'since', since: '2023-03-01' }]);
    // The flag of firms changes nothing here.
    expect((await preCheck(token, { ...form, sinceFirstPractice: true })).reviewMode).toBe('manual');
    expect((await preCheck(token, { ...form, since: '2023-03-01' })).reviewMode).toBe('automatic');
  });

  test('own discipline contradicts the letter, and the true one is offered', async () => {
    const { token, firm } = await firmOf('2010-05-06');
    await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id });
    const { reasons } = await preCheck(token, ALL);
    expect(reasons[0]).toMatchObject({ rule: 'no_discipline', result: 'contradicted' });
    expect(reasons[0]?.remedies).toEqual([
      { kind: 'type', type: { code: 'practice-status', label: '执业状况证明（含处分记录）' } },
    ]);
  });

  test('who has stopped practising is said to practise by no letter, and the true one is offered', async () => {
    const { lawyers } = await firmOf('2010-05-06');
    await lawyers[0]!.update({ status: 'suspended' });
    const token = await memberToken({ lawyerId: lawyers[0]!.id });
    const { reasons } = await preCheck(token, { type: 'lawyer-clean', since: '2022-01-01' });
    expect(reasons[0]).toMatchObject({ rule: 'member_active', result: 'contradicted', words: '律师状态为“停止执业”' });
    const offered = { code: 'practice-status', label: '执业状况证明（含处分记录）' };
    expect(reasons[0]?.remedies).toEqual([{ kind: 'type', type: offered }]);
    // Of the offered one a person says how it is; so does dues, which says nothing of practice.
    const dues = await preCheck(token, { type: 'dues-paid', year: 2025 });
    expect(dues.reasons.find(({ rule }) => rule === 'member_active')?.result).toBe('doubtful');
  });

  test('what is a lawyer’s own business is not told to the firm: neither who, nor what, nor how certain', async () => {
    const answers: PreCheckReply['reasons'][] = [];
    for (const state of ['effective', 'open'] as const) {
      const { token, lawyers } = await firmOf('2010-05-06', '2010-05-06');
      await makeDiscipline({ subjectKind: 'lawyer', subjectId: lawyers[1]!.id, state });
      answers.push((await preCheck(token, ALL)).reasons);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(JSON.stringify(answers)).not.toMatch(/律师2|警告|江律纪字/);
    expect(answers[0]).toMatchObject([{ rule: 'no_discipline', result: 'doubtful', names: [], remedies: [] }]);
  });
});

describe('what changed in between is shown first', () => {
  test.each<[string, (firmId: number, lawyer: Lawyer) => Promise<unknown>]>([
    ['a record that makes a person look', (firmId) => makeDiscipline({ subjectKind: 'firm', subjectId: firmId })],
    ['a name that the letter prints', (_firmId, lawyer) => lawyer.update({ name: '改名人' })],
    ['a colleague more', (firmId) => makeLawyer({ firmId })],
  ])('%s', async (_what, change) => {
    const { token, firm, lawyers } = await firmOf('2010-05-06');
    const { seen } = await preCheck(token, ALL);
    await change(firm.id, lawyers[0]!);
    const before = await Application.count();
    const key = newKey();
    const refused = await submit(token, { ...ALL, seen, idempotencyKey: key });
    expect(refused).toMatchObject({ status: 409, json: { error: { code: 'changed_meanwhile' } } });
    expect(await Application.count()).toBe(before);
    const again = await preCheck(token, ALL);
    const answer = await submit(token, { ...ALL, seen: again.seen, idempotencyKey: key });
    expect(answer.status).toBe(200);
    expect(answer.json['reviewMode']).toBe(again.reviewMode);
    // A lost answer that is asked for again is the same application, whatever has changed since.
    const repeated = await submit(token, { ...ALL, seen, idempotencyKey: key });
    expect(repeated.json['id']).toBe(answer.json['id']);
  });

  test('who never asked is answered as it comes', async () => {
    const { token } = await firmOf('2010-05-06');
    expect((await submit(token, ALL)).json).toMatchObject({ reviewMode: 'automatic' });
  });
});

describe('a start before the firm existed', () => {
  test('is refused with that day: pre-check, preview and submit alike', async () => {
    const { token } = await firmOf('2010-05-06');
    const form = { type: 'firm-clean', since: '2001-02-02' };
    const whole = { ...form, email: 'post@example.com' };
    for (const answer of [
      await api.call(preCheckEndpoints.preCheck, { as: token, body: form }),
      await api.call(certificateEndpoints.previewApplication, { as: token, body: whole }),
      await submit(token, form),
    ]) {
      expect(answer.status).toBe(422);
      expect(answer.json).toMatchObject({ error: { fields: { since: '起始时间不能早于律所批准日期2001-02-03' } } });
    }
    expect((await preCheck(token, { ...form, since: '2001-02-03' })).reviewMode).toBe('automatic');
  });

  test('is no matter of a letter that clears its lawyers alone', async () => {
    const { token, firm } = await firmOf();
    const lawyer = await makeLawyer({ firmId: firm.id, firstPractisedOn: '1999-01-01', joinedOn: '1999-01-01' });
    const form = { type: 'firm-chosen-lawyers-clean', since: '2000-01-01', lawyerIds: [lawyer.id] };
    expect((await preCheck(token, form)).reviewMode).toBe('automatic');
  });
});

test('it can be asked often, and not without end', async () => {
  const { token } = await firmOf();
  const form = { type: 'firm-clean', since: content().since! };
  let last = 200;
  for (let n = 0; n < 121 && last === 200; n++) {
    last = (await api.call(preCheckEndpoints.preCheck, { as: token, body: form })).status;
  }
  expect(last).toBe(429);
});
