import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { firmData, lawyerData, makeFirm, makeLawyer, staffActor } from '../../../test/factories/registry.ts';
import { AuditEntry } from '../../audit/model.ts';
import { enterLatinName } from '../names/enter-latin-name.ts';
import type { Firm, Lawyer } from '../model.ts';
import { readFirmFacts, readLawyerFacts } from '../facts/read-registry-facts.ts';
import { updateFirm } from '../firms/update-firm.ts';
import { updateLawyer } from '../lawyers/update-lawyer.ts';

useDatabase();
const actor = staffActor('registrar');
let firm: Firm;
let lawyer: Lawyer;
const lastAudit = async () => AuditEntry.findOne({ order: [['id', 'DESC']], rejectOnEmpty: true });

beforeEach(async () => {
  freezeClock('2026-11-22T10:00:00+08:00');
  firm = await makeFirm();
  lawyer = await makeLawyer({ firmId: firm.id });
});
afterEach(releaseClock);

describe('the Latin name', () => {
  test('is confirmed as it stands, until it is changed', async () => {
    const input = { latinName: 'LIN Zhiyuan', reason: '护照 E12345678', version: 1 };
    await enterLatinName({ actor, id: lawyer.id, input });
    expect(await lastAudit()).toMatchObject({
      action: 'lawyer.latin-name-confirmed',
      detail: 'LIN Zhiyuan（依据：护照 E12345678）',
    });
    const factsNow = async () => (await readLawyerFacts([lawyer.id]))[0];
    expect(await factsNow()).toMatchObject({ latinName: 'LIN Zhiyuan', latinNameConfirmedOn: '2026-11-22' });
    await expect(enterLatinName({ actor, id: lawyer.id, input })).rejects.toMatchObject({
      code: 'changed_meanwhile',
    });
    const { licenceNo, firmId } = lawyer;
    const same = lawyerData({ licenceNo, firmId, identityNumber: undefined, latinName: 'LIN Zhiyuan', version: 2 });
    await updateLawyer({ actor, id: lawyer.id, input: same });
    expect(await factsNow()).toMatchObject({ latinNameConfirmedOn: '2026-11-22' });
    await updateLawyer({ actor, id: lawyer.id, input: { ...same, latinName: 'LIN Zhi-Yuan', version: 3 } });
    expect(await factsNow()).toMatchObject({ latinName: 'LIN Zhi-Yuan', latinNameConfirmedOn: null });
  });
});

describe('a cancelled member', () => {
  test('keeps the day: the one given, else today; and loses it with the status', async () => {
    const { licenceNo, uscc } = firm;
    const as = (more: Partial<ReturnType<typeof firmData>>) => firmData({ licenceNo, uscc, ...more });
    const change = (more: Partial<ReturnType<typeof firmData>>) => updateFirm({ actor, id: firm.id, input: as(more) });
    await change({ status: 'cancelled', version: 1 });
    expect(await readFirmFacts(firm.id)).toMatchObject({ cancelledOn: '2026-11-22' });
    freezeClock('2026-12-01T10:00:00+08:00');
    await change({ status: 'cancelled', version: 2, phone: '07006880002' });
    expect(await readFirmFacts(firm.id)).toMatchObject({ cancelledOn: '2026-11-22' });
    await change({ status: 'cancelled', version: 3, cancelledOn: '2024-02-29' });
    expect(await readFirmFacts(firm.id)).toMatchObject({ cancelledOn: '2024-02-29' });
    await expect(change({ status: 'cancelled', version: 4, cancelledOn: '2026-12-02' })).rejects.toMatchObject({
      fields: { cancelledOn: '注销日期不能晚于今天' },
    });
    await expect(change({ version: 4, cancelledOn: '2026-11-22' })).rejects.toMatchObject({
      fields: { cancelledOn: expect.any(String) },
    });
    await change({ version: 4 });
    expect(await readFirmFacts(firm.id)).toMatchObject({ status: 'active', cancelledOn: null });
  });

  test('a lawyer’s last period ends on the day before', async () => {
    const { licenceNo, firmId, version } = lawyer;
    const input = lawyerData({ licenceNo, firmId, version, identityNumber: undefined, status: 'cancelled' });
    await updateLawyer({ actor, id: lawyer.id, input: { ...input, cancelledOn: '2024-03-01' } });
    const [facts] = await readLawyerFacts([lawyer.id]);
    expect(facts).toMatchObject({ cancelledOn: '2024-03-01', periods: [{ untilOn: '2024-02-29' }] });
  });
});
