import { beforeEach, describe, expect, test } from '@jest/globals';
import { certificateEndpoints, type StaffApplicationDetail } from '../../../contract/certificates/endpoints.ts';
import { recordEndpoints } from '../../../contract/records/endpoints.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { approve, content, doubtsOf, newKey, seenOf, submit } from '../../../test/factories/certificate.ts';
import { useOffice } from '../../../test/office.ts';
import { makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import type { MemberActor } from '../../../actor.ts';
import { AuditEntry } from '../../audit/model.ts';
import type { Lawyer } from '../../registry/model.ts';
import { Application } from '../model.ts';

useOffice();
const api = useApi();
const CONFIRMED = "SIMA Xiang'ru";
const form = { type: 'lawyer-standing', latinName: CONFIRMED, country: 'FR' as const };
let lawyer: Lawyer;
let actor: MemberActor;
beforeEach(async () => {
  const firm = await makeFirm();
  await firm.update({ englishName: 'Qingming Law Firm', englishNameConfirmedOn: '2026-01-12' });
  lawyer = await makeLawyer({ firmId: firm.id, name: '司马相如' });
  actor = await memberActor({ lawyerId: lawyer.id });
});
const confirm = (role: 'registrar' | 'reviewer', body: object) =>
  staffToken(role).then((as) => api.call(recordEndpoints.confirmLatinName, { as, params: { id: lawyer.id }, body }));
const lookAgain = async (id: number) => {
  const as = await staffToken('reviewer');
  return (await api.call(certificateEndpoints.lookAgain, { as, params: { id } }))
    .json as unknown as StaffApplicationDetail;
};
const decide = async (id: number, words: object) =>
  api.call(certificateEndpoints.decideApplication, {
    as: await staffToken('reviewer'),
    params: { id },
    body: { verdict: 'approve', words, seen: await seenOf(id) },
  });
const lines = () => AuditEntry.count({ where: { action: 'lawyer.latin-name-confirmed', targetId: lawyer.id } });

describe('a first name in Latin letters', () => {
  test('is confirmed by no approval, whatever words stand with it, and the registry stays as it was', async () => {
    const first = await submit(actor, form);
    expect(doubtsOf(first)).toEqual(['latin_name_confirmed']);
    const answer = await decide(first.id, { latin_name_confirmed: '已与护照核对一致' });
    expect(answer.json.error).toMatchObject({ code: 'wrong_state' });
    expect(answer.json.error?.message).toContain('请先由会员管理人员核定');
    await expect(approve(first.id)).rejects.toMatchObject({ code: 'wrong_state' });
    expect(await lawyer.reload()).toMatchObject({ latinName: '', latinNameConfirmedOn: null });
    expect(await lines()).toBe(0);
  });

  test('is confirmed by an act of its own, with its ground, by the registrar alone; then the letter goes out', async () => {
    const first = await submit(actor, form);
    const named = { latinName: CONFIRMED, version: lawyer.version };
    expect((await confirm('reviewer', { ...named, reason: '护照 E12345678' })).status).toBe(403);
    expect(Object.keys((await confirm('registrar', named)).json.error?.fields ?? {})).toEqual(['reason']);
    expect((await confirm('registrar', { ...named, reason: '护照 E12345678' })).status).toBe(200);
    const line = await AuditEntry.findOne({ where: { action: 'lawyer.latin-name-confirmed', targetId: lawyer.id } });
    expect(line?.detail).toBe(`${CONFIRMED}（依据：护照 E12345678）`);
    const seen = await lookAgain(first.id);
    expect(seen).toMatchObject({ state: 'pending' });
    expect(seen.findings.filter(({ result }) => result !== 'holds')).toEqual([]);
    await approve(first.id);
    expect((await submit(actor, form)).outcome).toBe('approved');
    expect(await lawyer.reload()).toMatchObject({ latinName: CONFIRMED, latinNameConfirmedOn: clock.today() });
  });
});

describe('a name that differs from the confirmed one', () => {
  beforeEach(() => lawyer.update({ latinName: CONFIRMED, latinNameConfirmedOn: '2026-01-12' }));

  test('is neither previewed nor submitted; the lawyer reads the confirmed one', async () => {
    const { since, email, type } = content(form);
    const as = await memberToken({ lawyerId: lawyer.id });
    const body = { since, email, type, country: 'FR', latinName: 'ZHANG San' };
    const sent = { ...body, idempotencyKey: newKey() };
    for (const answer of [
      await api.call(certificateEndpoints.previewApplication, { as, body }),
      await api.call(certificateEndpoints.submitApplication, { as, body: sent }),
    ]) {
      expect(answer.status).toBe(422);
      expect(answer.json.error?.fields?.['latinName']).toContain(`“${CONFIRMED}”`);
    }
  });

  test.each(['SIMA Xiang’ru', 'ＳＩＭＡ  Xiang`ru'])('%s is the same name, typed otherwise', async (latinName) => {
    const as = await memberToken({ lawyerId: lawyer.id });
    const { since, email, type } = content(form);
    const body = { since, email, type, country: 'FR', latinName, idempotencyKey: newKey() };
    const { json } = await api.call(certificateEndpoints.submitApplication, { as, body });
    expect(json).toMatchObject({ outcome: 'approved', latinName: CONFIRMED });
  });

  test('that waits from before is contradicted: nobody approves it, and the registry keeps its name', async () => {
    const waiting = await submit(actor, form);
    await waiting.update({
      state: 'pending',
      outcome: null,
      latinName: 'ZHANG San',
      findings: waiting.findings.map((one) =>
        one.rule === 'latin_name_confirmed'
          ? { ...one, result: 'doubtful', subject: { kind: 'lawyer', id: lawyer.id, name: lawyer.name } }
          : one,
      ),
    });
    const seen = await lookAgain(waiting.id);
    expect(seen.findings.find(({ rule }) => rule === 'latin_name_confirmed')).toMatchObject({
      result: 'contradicted',
      datum: `填写的“ZHANG San”与已核定的“${CONFIRMED}”不同`,
    });
    const words = { latin_name_confirmed: '当事人坚持使用该姓名' };
    expect((await decide(waiting.id, words)).json.error).toMatchObject({ code: 'wrong_state' });
    expect((await Application.findByPk(waiting.id))?.state).toBe('pending');
    expect(await lawyer.reload()).toMatchObject({ latinName: CONFIRMED });
    expect(await lines()).toBe(0);
  });
});
