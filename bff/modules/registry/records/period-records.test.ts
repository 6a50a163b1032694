import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { makePeriod } from '../../../test/factories/record.ts';
import { lawyerData, makeFirm, makeLawyer, staffActor } from '../../../test/factories/registry.ts';
import { listLawyerRecords } from '../overviews/list-member-records.ts';
import type { Firm, Lawyer } from '../model.ts';
import { periodRecords } from './period-records.ts';
import { readLawyerFacts } from '../facts/read-registry-facts.ts';
import { removeRecord } from './remove-record.ts';
import { updateLawyer } from '../lawyers/update-lawyer.ts';
import { updateRecord } from './update-record.ts';

useDatabase();
const actor = staffActor('registrar');
let firm: Firm;
let lawyer: Lawyer;

beforeEach(async () => {
  freezeClock('2026-11-22T10:00:00+08:00');
  firm = await makeFirm();
  lawyer = await makeLawyer({ firmId: firm.id });
});
afterEach(releaseClock);

describe('执业经历', () => {
  const refused = (fields: object) => ({ code: 'invalid_fields', fields: expect.objectContaining(fields) });

  test('an earlier period is added; one that overlaps is refused and says with which', async () => {
    const young = await makeLawyer({ firmId: firm.id, firstPractisedOn: '2008-03-01', joinedOn: '2012-01-01' });
    await makePeriod({ lawyerId: young.id, fromOn: '2008-03-01', untilOn: '2011-12-31' });
    const overlapping = makePeriod({ lawyerId: young.id, fromOn: '2011-12-31', untilOn: '2011-12-31' });
    await expect(overlapping).rejects.toMatchObject(
      refused({ fromOn: '与在云岭南屏律师事务所执业的时间（2008-03-01至2011-12-31）重叠' }),
    );
    const intoPresent = makePeriod({ lawyerId: young.id, fromOn: '2012-01-01', untilOn: '2012-02-29' });
    await expect(intoPresent).rejects.toMatchObject(refused({ fromOn: expect.stringContaining('2012-01-01至今') }));
    const { periods } = await listLawyerRecords({ id: young.id });
    expect(periods).toMatchObject([
      { firmName: firm.name, fromOn: '2012-01-01', untilOn: null },
      { firmName: '云岭南屏律师事务所', firmId: null, untilOn: '2011-12-31' },
    ]);
    const [facts] = await readLawyerFacts([young.id]);
    expect(facts?.periods).toHaveLength(2);
  });

  test('the present firm comes and goes with the lawyer’s own record only', async () => {
    const [present] = (await listLawyerRecords({ id: lawyer.id })).periods;
    const id = present?.id ?? 0;
    const as = (more: object) => ({
      firmId: firm.id,
      outsideFirmName: '',
      fromOn: '2010-05-06',
      untilOn: null,
      ...more,
    });
    const change = (more: object) =>
      updateRecord({ actor, kind: periodRecords, id, input: { ...as(more), version: 1 } });
    await expect(change({ untilOn: '2026-01-31' })).rejects.toMatchObject(refused({ untilOn: expect.any(String) }));
    await expect(change({ firmId: (await makeFirm()).id })).rejects.toMatchObject(
      refused({ firmId: expect.any(String) }),
    );
    await expect(change({ fromOn: '2010-05-05' })).rejects.toMatchObject(
      refused({ fromOn: expect.stringMatching(/首次执业日期/) }),
    );
    await expect(removeRecord({ actor, kind: periodRecords, id, version: 1 })).rejects.toMatchObject({
      code: 'wrong_state',
    });
    expect(await change({ fromOn: '2010-06-01' })).toMatchObject({ fromOn: '2010-06-01', version: 2 });
  });

  test('nobody is still somewhere else', async () => {
    const elsewhere = makePeriod({
      lawyerId: lawyer.id,
      firmId: (await makeFirm()).id,
      fromOn: '2026-01-01',
      untilOn: null,
    });
    await expect(elsewhere).rejects.toMatchObject(refused({ untilOn: expect.stringMatching(/只有现执业机构/) }));
  });

  test('a transfer raises the version of the period it closes', async () => {
    const { licenceNo, version } = lawyer;
    const next = await makeFirm();
    const input = lawyerData({ licenceNo, version, identityNumber: undefined, firmId: next.id });
    await updateLawyer({ actor, id: lawyer.id, input: { ...input, firmSinceOn: '2026-03-01' } });
    const { periods } = await listLawyerRecords({ id: lawyer.id });
    expect(periods).toMatchObject([
      { firmId: next.id, version: 1 },
      { firmId: firm.id, untilOn: '2026-02-28', version: 2 },
    ]);
  });
});
