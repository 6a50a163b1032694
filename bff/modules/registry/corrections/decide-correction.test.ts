import { beforeEach, describe, expect, test } from '@jest/globals';
import { correctionEndpoints as endpoints } from '../../../contract/corrections/endpoints.ts';
import { useApi } from '../../../test/api.ts';
import { doubtsOf, submit } from '../../../test/factories/certificate.ts';
import { makeCorrection } from '../../../test/factories/correction.ts';
import { givePassword, makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { AuditEntry } from '../../audit/model.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { Message } from '../../outbox/model.ts';
import { ContactChange } from '../contacts/contact-change-model.ts';
import { FirmFormerName, type Firm, type Lawyer } from '../model.ts';
import type { CorrectionRequest } from './correction-model.ts';
import { withdrawCorrection } from './withdraw-correction.ts';

useOffice();
const api = useApi();
let firm: Firm;
let lawyer: Lawyer;
let registrar: string;
beforeEach(async () => {
  firm = await makeFirm();
  lawyer = await makeLawyer({ firmId: firm.id });
  registrar = await staffToken('registrar');
});

const byFirm = async (more: Parameters<typeof makeCorrection>[1] = {}) =>
  makeCorrection(await memberActor({ firmId: firm.id }), more);
const byLawyer = async (more: Parameters<typeof makeCorrection>[1]) =>
  makeCorrection(await memberActor({ lawyerId: lawyer.id }), more);
const decide = async ({ id, version }: CorrectionRequest, decision: object = { verdict: 'adopt' }, as = registrar) =>
  api.call(endpoints.decideCorrection, { as, params: { id }, body: { version, ...decision } });
const auditOf = async (targetKind: 'firm' | 'lawyer' | 'correction', targetId: number) =>
  AuditEntry.findAll({ where: { targetKind, targetId }, order: ['id'] });

describe('采纳并更正', () => {
  test('changes the registry by its own act, with history and log, and tells who asked', async () => {
    const name = '江海新岸律师事务所';
    const old = firm.name;
    const request = await byFirm({ field: 'name', wanted: name });
    const decided = await decide(request);
    expect(decided.json).toMatchObject({ state: 'adopted', now: name, present: old, can: { adopt: false } });
    expect(await firm.reload()).toMatchObject({ name, version: 2, pendingChange: '' });
    expect(await FirmFormerName.findAll({ where: { firmId: firm.id } })).toMatchObject([{ name: old }]);
    const [, updated] = await auditOf('firm', firm.id);
    expect(updated).toMatchObject({ action: 'firm.updated', detail: `名称：${old}→${name}` });
    const log = await auditOf('correction', request.id);
    expect(log.map(({ action }) => action)).toEqual(['correction.requested', 'correction.adopted']);
    expect(log[1]?.detail).toContain(`第${request.id}号更正申请`);
    const [entry] = await InboxEntry.findAll({ where: { memberKind: 'firm', memberId: firm.id } });
    expect(entry).toMatchObject({ event: 'correction_decided', page: `correction?id=${request.id}` });
    expect(entry?.body).toContain('已采纳');
    const where = { template: 'correction_decided', recipient: firm.email, subjectId: request.id };
    expect(await Message.count({ where })).toBe(1);
    // Letters wait for it no longer.
    expect(doubtsOf(await submit(await memberActor({ firmId: firm.id })))).not.toContain('no_pending_change');
  });

  test.each([
    ['sex', 'female', { sex: 'female' }],
    ['category', 'company', { category: 'company' }],
    ['firstPractisedOn', '2010-05-07', { firstPractisedOn: '2010-05-07' }],
    ['latinName', 'LIN Zhiyuan', { latinName: 'LIN Zhiyuan' }],
  ] as const)('of a lawyer: %s', async (field, wanted, becomes) => {
    expect((await decide(await byLawyer({ field, wanted }))).status).toBe(200);
    const { firmId, phone, identityIndex, status } = lawyer;
    expect(await lawyer.reload()).toMatchObject({ ...becomes, firmId, phone, identityIndex, status, version: 2 });
  });

  test('by two staff at once: the registry changes once, the other is told who was quicker', async () => {
    const request = await byFirm();
    const both = await Promise.all([
      decide(request),
      decide(request, { verdict: 'adopt' }, await staffToken('administrator')),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = both.find(({ status }) => status === 409);
    expect(late?.json.error).toMatchObject({ code: 'already_decided' });
    expect(late?.json.error?.message).toMatch(/已由.+处理/);
    expect((await firm.reload()).version).toBe(2);
    expect(await InboxEntry.count({ where: { memberKind: 'firm', memberId: firm.id } })).toBe(1);
  });

  test('against a withdrawal at once: one of both happens', async () => {
    for (let n = 0; n < 6; n++) {
      const request = await byFirm({ wanted: `江海市滨江区新岸路${n + 1}号` });
      const { version } = await firm.reload();
      const actor = await memberActor({ firmId: firm.id });
      const [adopted, withdrawn] = await Promise.all([
        decide(request),
        withdrawCorrection({ actor, id: request.id }).then(
          () => true,
          () => false,
        ),
      ]);
      expect(withdrawn).toBe(adopted.status !== 200);
      expect((await firm.reload()).version).toBe(withdrawn ? version : version + 1);
      expect((await request.reload()).state).toBe(withdrawn ? 'withdrawn' : 'adopted');
    }
  });

  test('is refused in words where the registry has moved on, and settled with an opinion then', async () => {
    const request = await byFirm();
    await firm.update({ address: '江海市文华区书院街9号', version: 2 });
    const refused = await decide(request);
    expect(refused.status).toBe(409);
    expect(refused.json.error?.message).toContain('申请时为“江海市文华区书院街8号”，现为“江海市文华区书院街9号”');
    expect((await firm.reload()).address).toBe('江海市文华区书院街9号');
    const shown = await api.call(endpoints.showCorrection, { as: registrar, params: { id: request.id } });
    expect(shown.json).toMatchObject({ hasChanged: true, state: 'open', can: { adopt: false, decide: true } });
    const settled = await decide(request, { verdict: 'settle', opinion: '已按决定书登记为9号' });
    expect(settled.json).toMatchObject({ state: 'adopted', opinion: '已按决定书登记为9号' });
  });

  test('of a request that is another one than was seen is refused', async () => {
    const request = await byFirm();
    const refused = await decide(request, { verdict: 'adopt', version: 7 });
    expect(refused.json.error?.code).toBe('changed_meanwhile');
  });

  test('leaves nothing half done where the act refuses', async () => {
    const other = await makeFirm();
    const request = await byFirm({ field: 'licenceNo', wanted: other.licenceNo });
    const refused = await decide(request);
    expect(refused.status).toBe(409);
    expect(refused.json.error?.fields).toHaveProperty('licenceNo');
    expect((await request.reload()).state).toBe('open');
    expect((await firm.reload()).version).toBe(1);
    expect((await auditOf('firm', firm.id)).length).toBe(1);
    expect((await auditOf('correction', request.id)).length).toBe(1);
    expect(await InboxEntry.count({ where: { memberKind: 'firm', memberId: firm.id } })).toBe(0);
  });

  test('is not offered for what no act can carry out: staff do it by hand and say so', async () => {
    const request = await byLawyer({ field: 'identity', wanted: '证件已换发，见附件' });
    expect((await decide(request)).json.error?.code).toBe('wrong_state');
    expect((await decide(request, { verdict: 'settle', opinion: ' ' })).status).toBe(422);
    expect((await decide(request, { verdict: 'settle', opinion: '已核对证件原件' })).status).toBe(200);
  });
});

describe('a new telephone number that is adopted', () => {
  test('of an account in use is held for seven days, as one that staff enter', async () => {
    await givePassword({ lawyerId: lawyer.id }, 'lvzheng2026');
    expect((await decide(await byLawyer({ field: 'phone', wanted: '19912345678' }))).status).toBe(200);
    const { phone, phoneChangedAt } = await lawyer.reload();
    expect(phone).toBe('19912345678');
    expect(phoneChangedAt).not.toBeNull();
  });

  test('of an account nobody uses waits for a second person, and the member is told so', async () => {
    const request = await byLawyer({ field: 'phone', wanted: '19912345678' });
    const decided = await decide(request);
    expect(decided.json).toMatchObject({ state: 'adopted', opinion: '须另一位工作人员复核后生效' });
    expect((await lawyer.reload()).phone).toBe('19900000000');
    const waiting = { subjectKind: 'lawyer', subjectId: lawyer.id, state: 'waiting' } as const;
    expect(await ContactChange.count({ where: waiting })).toBe(1);
  });
});

describe('不采纳', () => {
  test('needs an opinion, changes nothing, and tells the firm of its claim what became of it', async () => {
    const claim = await byFirm({ lawyerId: lawyer.id, field: 'name', wanted: '林知行' });
    expect((await decide(claim, { verdict: 'refuse', opinion: '' })).status).toBe(422);
    const refused = await decide(claim, { verdict: 'refuse', opinion: '与执业证一致' });
    expect(refused.json).toMatchObject({ state: 'refused', opinion: '与执业证一致', isClaim: true });
    expect((await lawyer.reload()).version).toBe(1);
    const [entry] = await InboxEntry.findAll({ where: { memberKind: 'firm', memberId: firm.id } });
    expect(entry?.body).toContain('林知远的姓名');
    expect(entry?.body).toContain('与执业证一致');
    expect(await InboxEntry.count({ where: { memberKind: 'lawyer', memberId: lawyer.id } })).toBe(0);
  });

  test('staff list what waits oldest first, by member too', async () => {
    const first = await byFirm();
    const second = await byFirm({ field: 'personInCharge', wanted: '林知远' });
    await byLawyer({ field: 'name', wanted: '林知行' });
    const query = { state: 'open', subjectKind: 'firm', subjectId: String(firm.id) };
    const { json } = await api.call(endpoints.listCorrections, { as: registrar, query });
    expect((json['items'] as { id: number }[]).map(({ id }) => id)).toEqual([first.id, second.id]);
    expect((await api.call(endpoints.listCorrections, { as: await staffToken('reviewer') })).status).toBe(403);
  });
});
