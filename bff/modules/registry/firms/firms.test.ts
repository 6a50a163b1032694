import { describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { firmData, makeFirm, makeLawyer, staffActor } from '../../../test/factories/registry.ts';
import { Account } from '../../accounts/model.ts';
import { AuditEntry } from '../../audit/model.ts';
import { createFirm } from './create-firm.ts';
import { listFirms } from './list-firms.ts';
import { FormerContact } from '../contacts/former-contact-model.ts';
import { updateFirm } from './update-firm.ts';
import type { Firm } from '../model.ts';

useDatabase();
const actor = staffActor('registrar');

/** The input that would leave a firm as it is. */
function inputOf(firm: Firm) {
  const { id: _id, nameKey: _key, createdAt: _created, updatedAt: _updated, ...input } = firm.get();
  return input;
}

describe('changing a firm', () => {
  test('a new name keeps the old one with its last day, for record, account and search', async () => {
    const firm = await makeFirm({ name: '江海旧名律师事务所' });
    const { firm: renamed, formerNames } = await updateFirm({
      actor,
      id: firm.id,
      input: { ...inputOf(firm), name: '江海新称律师事务所' },
    });
    expect(renamed.name).toBe('江海新称律师事务所');
    expect(formerNames.map(({ name, untilOn }) => ({ name, untilOn }))).toEqual([
      { name: '江海旧名律师事务所', untilOn: clock.today() },
    ]);
    expect(await Account.findOne({ where: { firmId: firm.id } })).toMatchObject({ name: '江海新称律师事务所' });
    expect((await listFirms({ search: '新称' })).items.map(({ id }) => id)).toEqual([firm.id]);
    expect((await listFirms({ search: '旧名' })).items).toEqual([]);
  });

  test('a save over a newer one is refused and changes nothing', async () => {
    const firm = await makeFirm();
    const input = inputOf(firm);
    await updateFirm({ actor, id: firm.id, input: { ...input, address: '甲地' } });
    await expect(updateFirm({ actor, id: firm.id, input: { ...input, address: '乙地' } })).rejects.toMatchObject({
      code: 'changed_meanwhile',
    });
    await firm.reload();
    expect(firm).toMatchObject({ address: '甲地', version: 2 });
  });

  test('of two saves at the same moment exactly one wins', async () => {
    const firm = await makeFirm();
    const input = inputOf(firm);
    const saves = await Promise.allSettled(
      ['甲地', '乙地', '丙地'].map((address) => updateFirm({ actor, id: firm.id, input: { ...input, address } })),
    );
    expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await firm.reload();
    expect(firm.version).toBe(2);
    expect(await AuditEntry.count({ where: { action: 'firm.updated', targetId: firm.id } })).toBe(1);
  });

  test('an update without a version is refused', async () => {
    const firm = await makeFirm();
    await expect(
      updateFirm({ actor, id: firm.id, input: { ...inputOf(firm), version: undefined } }),
    ).rejects.toMatchObject({ code: 'invalid_fields', fields: { version: expect.any(String) } });
  });

  test('the audit log says who changed what', async () => {
    const firm = await makeFirm();
    await updateFirm({ actor, id: firm.id, input: { ...inputOf(firm), status: 'suspended', phone: '12345678' } });
    expect(await AuditEntry.findOne({ where: { action: 'firm.updated', targetId: firm.id } })).toMatchObject({
      actor: actor.name,
      detail: '状态：正常→停业；电话：07006880001→12345678',
    });
  });

  test('a telephone number written another way is the same one: nobody is told, nothing waits', async () => {
    const firm = await makeFirm();
    const written = '（0700）6880001';
    const changed = await updateFirm({ actor, id: firm.id, input: { ...inputOf(firm), phone: written } });
    expect(changed.firm).toMatchObject({ phone: written, phoneChangedAt: null });
    const where = { subjectKind: 'firm', subjectId: firm.id, field: 'phone', value: firm.phone };
    expect(await FormerContact.count({ where })).toBe(0);
    // Another number is not.
    const other = { ...inputOf(changed.firm), phone: '0700-6880009' };
    const moved = await updateFirm({ actor, id: firm.id, input: other });
    expect(moved.firm.phoneChangedAt).not.toBeNull();
  });

  test('nobody changes a firm that does not exist', async () => {
    const firm = await makeFirm();
    await expect(updateFirm({ actor, id: 999_999, input: inputOf(firm) })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('numbers are unique', () => {
  test('every duplicate is named at once', async () => {
    const { licenceNo, uscc } = await makeFirm();
    await expect(createFirm({ actor, input: firmData({ licenceNo, uscc }) })).rejects.toMatchObject({
      code: 'duplicate',
      fields: { licenceNo: expect.any(String), uscc: expect.any(String) },
    });
  });

  test('two who register the same firm at the same moment: one is told, and one account exists', async () => {
    const input = firmData();
    const made = await Promise.allSettled([1, 2, 3].map(() => createFirm({ actor, input })));
    const refused = made.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(2);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'duplicate' });
    expect(await Account.count({ where: { login: input.licenceNo } })).toBe(1);
  });

  test('a number that a lawyer signs in with is refused for a firm', async () => {
    const { licenceNo } = await makeLawyer();
    await expect(createFirm({ actor, input: firmData({ licenceNo }) })).rejects.toMatchObject({
      code: 'duplicate',
      fields: { licenceNo: expect.any(String) },
    });
  });
});

test('practising lawyers in good standing are counted', async () => {
  const firm = await makeFirm({ name: '江海计数律师事务所' });
  await makeLawyer({ firmId: firm.id });
  await makeLawyer({ firmId: firm.id });
  await makeLawyer({ firmId: firm.id, status: 'suspended' });
  await makeLawyer({ firmId: firm.id, category: 'company' });
  expect((await listFirms({ search: '计数' })).items).toMatchObject([{ lawyerCount: 2 }]);
});
