import { describe, expect, test } from '@jest/globals';
import { QueryTypes } from 'sequelize';
import '../../../models.ts';
import { addDays } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { database } from '../../../platform/db/database.ts';
import { useDatabase } from '../../../test/database.ts';
import { lawyerData, makeFirm, makeLawyer, staffActor } from '../../../test/factories/registry.ts';
import { Account, Session } from '../../accounts/model.ts';
import { AuditEntry } from '../../audit/model.ts';
import { createLawyer, type LawyerData } from './create-lawyer.ts';
import { findLawyer } from './find-lawyer.ts';
import type { Lawyer } from '../model.ts';
import { presentLawyer } from '../present.ts';
import { revealIdentity } from './reveal-identity.ts';
import { updateLawyer } from './update-lawyer.ts';

useDatabase();
const actor = staffActor('registrar');

/** The input that would leave a lawyer as he or she is. */
function inputOf(lawyer: Lawyer): LawyerData {
  const { id: _id, nameKey: _key, createdAt: _created, updatedAt: _updated, ...rest } = lawyer.get();
  const { identitySealed: _sealed, identityIndex: _index, ...input } = rest;
  return { ...input, identityNumber: undefined, firmSinceOn: undefined };
}
const change = async (lawyer: Lawyer, more: Partial<LawyerData>) => {
  await lawyer.reload();
  return updateLawyer({ actor, id: lawyer.id, input: { ...inputOf(lawyer), ...more } });
};

describe('history of firms', () => {
  test('begins on joining, follows a transfer and a pause in practice', async () => {
    const [one, two] = [await makeFirm({ name: '江海甲律师事务所' }), await makeFirm({ name: '江海乙律师事务所' })];
    const lawyer = await makeLawyer({ firmId: one.id, joinedOn: '2010-05-06' });
    await change(lawyer, { firmId: two.id, firmSinceOn: '2020-01-01' });
    await change(lawyer, { status: 'suspended', firmSinceOn: '2022-07-01' });
    const { periods, firmName } = await change(lawyer, { status: 'active', firmSinceOn: '2023-07-01' });
    expect(firmName).toBe('江海乙律师事务所');
    expect(periods).toEqual([
      { firmName: '江海甲律师事务所', fromOn: '2010-05-06', untilOn: '2019-12-31' },
      { firmName: '江海乙律师事务所', fromOn: '2020-01-01', untilOn: '2022-06-30' },
      { firmName: '江海乙律师事务所', fromOn: '2023-07-01', untilOn: null },
    ]);
  });

  test('a transfer without a day takes effect today', async () => {
    const [one, two] = [await makeFirm(), await makeFirm()];
    const lawyer = await makeLawyer({ firmId: one.id });
    const { periods } = await change(lawyer, { firmId: two.id });
    expect(periods.at(-1)).toMatchObject({ fromOn: clock.today(), untilOn: null });
    expect(periods.at(-2)).toMatchObject({ untilOn: addDays(clock.today(), -1) });
  });

  test('a firm entered by mistake is replaced, not kept as history', async () => {
    const [wrong, right] = [await makeFirm(), await makeFirm({ name: '江海正确律师事务所' })];
    const lawyer = await makeLawyer({ firmId: wrong.id, joinedOn: '2010-05-06' });
    const { periods } = await change(lawyer, { firmId: right.id, firmSinceOn: '2010-05-06' });
    expect(periods).toEqual([{ firmName: '江海正确律师事务所', fromOn: '2010-05-06', untilOn: null }]);
  });

  test.each([
    ['a day before the present period', '2009-01-01'],
    ['a day to come', '2099-01-01'],
  ])('%s is refused and nothing changes', async (_what, firmSinceOn) => {
    const [one, two] = [await makeFirm(), await makeFirm()];
    const lawyer = await makeLawyer({ firmId: one.id });
    await expect(change(lawyer, { firmId: two.id, firmSinceOn, name: '新名' })).rejects.toMatchObject({
      code: 'invalid_fields',
      fields: { firmSinceOn: expect.any(String) },
    });
    const after = await findLawyer({ id: lawyer.id });
    expect(after.lawyer).toMatchObject({ firmId: one.id, name: lawyer.name, version: 1 });
    expect(after.periods).toHaveLength(1);
  });

  test('a period never begins within an earlier one', async () => {
    const [one, two] = [await makeFirm(), await makeFirm()];
    const lawyer = await makeLawyer({ firmId: one.id, joinedOn: '2010-05-06' });
    await change(lawyer, { firmId: null, firmSinceOn: '2020-01-01' });
    await expect(change(lawyer, { firmId: two.id, firmSinceOn: '2019-06-01' })).rejects.toMatchObject({
      code: 'invalid_fields',
    });
  });

  test.each([
    ['no firm', async () => 999_999],
    ['a cancelled firm', async () => (await makeFirm({ status: 'cancelled' })).id],
  ])('nobody moves to %s', async (_what, target) => {
    const lawyer = await makeLawyer();
    await expect(change(lawyer, { firmId: await target() })).rejects.toMatchObject({
      code: 'invalid_fields',
      fields: { firmId: expect.any(String) },
    });
  });
});

describe('versions and numbers', () => {
  test('a save over a newer one is refused', async () => {
    const lawyer = await makeLawyer();
    const input = inputOf(lawyer);
    await updateLawyer({ actor, id: lawyer.id, input: { ...input, phone: '19900000001' } });
    await expect(
      updateLawyer({ actor, id: lawyer.id, input: { ...input, phone: '19900000002' } }),
    ).rejects.toMatchObject({ code: 'changed_meanwhile' });
  });

  test('of two transfers at the same moment exactly one wins', async () => {
    const firms = [await makeFirm(), await makeFirm(), await makeFirm()];
    const lawyer = await makeLawyer({ firmId: firms[0]!.id });
    const input = inputOf(lawyer);
    const moves = await Promise.allSettled(
      firms.slice(1).map(({ id: firmId }) => updateLawyer({ actor, id: lawyer.id, input: { ...input, firmId } })),
    );
    expect(moves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await findLawyer({ id: lawyer.id })).periods).toHaveLength(2);
  });

  test('licence and identity number are refused together when taken', async () => {
    const input = lawyerData();
    await createLawyer({ actor, input });
    const { licenceNo, identityNumber } = input;
    await expect(createLawyer({ actor, input: lawyerData({ licenceNo, identityNumber }) })).rejects.toMatchObject({
      code: 'duplicate',
      fields: { licenceNo: expect.any(String), identityNumber: expect.any(String) },
    });
  });

  test('another kind of document needs its number', async () => {
    const lawyer = await makeLawyer();
    await expect(change(lawyer, { identityKind: 'passport' })).rejects.toMatchObject({
      fields: { identityNumber: expect.any(String) },
    });
    const { identityMasked } = await change(lawyer, { identityKind: 'passport', identityNumber: 'EA1234567' });
    expect(identityMasked).toBe('EA1**4567');
  });

  test('a doubtful licence number is a warning, not a refusal', async () => {
    const { warnings } = await findLawyer({ id: (await makeLawyer({ licenceNo: 'A20010001' })).id });
    expect(warnings).toEqual(['执业证号不是17位数字']);
  });
});

describe('identity number', () => {
  test('is masked for staff and encrypted in the table', async () => {
    const input = lawyerData();
    const { lawyer } = await createLawyer({ actor, input });
    const number = input.identityNumber!;
    const shown = presentLawyer(await findLawyer({ id: lawyer.id }));
    expect(shown.identityMasked).toBe(`${number.slice(0, 3)}***********${number.slice(-4)}`);
    expect(JSON.stringify(shown)).not.toContain(number);
    const rows = await database.sequelize.query('SELECT * FROM lawyers WHERE id = ?', {
      replacements: [lawyer.id],
      type: QueryTypes.SELECT,
    });
    expect(JSON.stringify(rows)).not.toContain(number.slice(6));
  });

  test('is shown whole only with a reason, which is on record with the look', async () => {
    const input = lawyerData();
    const { lawyer } = await createLawyer({ actor, input });
    const where = { action: 'lawyer.identity-revealed' as const, targetId: lawyer.id };
    expect(await AuditEntry.count({ where })).toBe(0);
    const shown = await revealIdentity({ actor, id: lawyer.id, reason: '协助法院核实身份' });
    expect(shown).toEqual({ identityNumber: input.identityNumber });
    expect(await AuditEntry.findOne({ where })).toMatchObject({
      actor: actor.name,
      detail: '查看事由：协助法院核实身份',
    });
  });

  test('never stands in the audit log, not even when it changes', async () => {
    const lawyer = await makeLawyer();
    const identityNumber = lawyerData().identityNumber!;
    await change(lawyer, { identityNumber });
    const entries = await AuditEntry.findAll({ where: { targetKind: 'lawyer', targetId: lawyer.id } });
    expect(entries.at(-1)?.detail).toBe('证件号码：原号码→新号码；身份核验日期：2026-01-12→（空）');
    expect(JSON.stringify(entries)).not.toContain(identityNumber.slice(-6));
  });
});

test('cancelling a lawyer closes the account and signs it out; restoring opens it', async () => {
  const lawyer = await makeLawyer();
  const where = { lawyerId: lawyer.id };
  const account = await Account.findOne({ where, rejectOnEmpty: true });
  await Session.create({
    accountId: account.id,
    tokenHash: 'x',
    device: '',
    address: '',
    createdAt: 1,
    lastSeenAt: clock.now(),
    previousSignInAt: null,
  });
  await change(lawyer, { status: 'cancelled' });
  expect(await Account.findOne({ where })).toMatchObject({ isClosed: true });
  expect(await Session.count({ where: { accountId: account.id } })).toBe(0);
  await change(lawyer, { status: 'active', cancelledOn: null });
  expect(await Account.findOne({ where })).toMatchObject({ isClosed: false });
});
