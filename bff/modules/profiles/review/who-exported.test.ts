import { beforeAll, expect, test } from '@jest/globals';
import { exportEndpoints } from '../../../contract/exports/endpoints.ts';
import { staffNumber } from '../../../contract/accounts/enums.ts';
import { profileEndpoints } from '../../../contract/profile/endpoints.ts';
import type { ProfileViews } from '../../../contract/profile/replies.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { RETENTION } from '../../../contract/rights/enums.ts';
import '../../../models.ts';
import { jobs } from '../../../jobs.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { runDueJobs } from '../../../platform/jobs/worker.ts';
import { signedIn, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { eventually } from '../../../test/eventually.ts';
import { makeManyLawyers } from '../../../test/factories/many-lawyers.ts';
import { signedInLawyer } from '../../../test/factories/profiles/profile-calls.ts';
import { makeFirm, makeStaffAccount } from '../../../test/factories/registry.ts';
import type { Account } from '../../accounts/model.ts';
import { Lawyer } from '../../registry/model.ts';
import { sweepPersonalData } from '../../rights/retention/sweep-personal-data.ts';
import { ExportedLawyer } from '../../views/model.ts';

/** 谁看过我的信息 names every list that was taken as a file and held the lawyer's row. */

useDatabase();
const api = useApi();
let account: Account;
let as: string;
beforeAll(async () => {
  account = await makeStaffAccount('taker', 'a long pass phrase', ['registrar', 'service']);
  as = await signedIn(account);
});

const seenBy = async (token: string) => {
  const { json } = await api.call(profileEndpoints.listProfileViews, { as: token });
  return (json as unknown as ProfileViews).items.map(({ what, by, reason }) => ({ what, by, reason }));
};

test('a list downloaded at once: as what, under which number; never by name, and never for whom it left out', async () => {
  const [firm, otherFirm] = [await makeFirm(), await makeFirm()];
  const [inside, outside] = [await signedInLawyer(firm.id), await signedInLawyer(otherFirm.id)];
  await api.call(exportEndpoints.exportLawyers, { as, query: { firmId: String(firm.id) } });
  await eventually(async () =>
    expect(await seenBy(inside.as)).toEqual([
      { what: '“律师”列表中的一行', by: `会员管理、客服（工号${staffNumber(account.id)}）`, reason: '导出为Excel文件' },
    ]),
  );
  expect(await seenBy(outside.as)).toEqual([]);
  expect(JSON.stringify(await seenBy(inside.as))).not.toContain(account.name);
});

test('one made in the background, once, for everybody in it; gone when its time is over', async () => {
  freezeClock(clock.now());
  const firm = await makeFirm();
  for (let piece = 0; piece < 6; piece++) await makeManyLawyers(firm.id, 900);
  const body = { list: 'lawyers', filter: { firmId: String(firm.id) } };
  const { json } = await api.call(exportEndpoints.orderExport, { as, body });
  const exportId = json['runId'] as number;
  expect(await ExportedLawyer.count({ where: { exportId } })).toBe(0);
  await runDueJobs({ 'make-export': jobs['make-export'] });
  expect(await ExportedLawyer.count({ where: { exportId } })).toBe(5_400);
  const one = await Lawyer.findOne({ where: { firmId: firm.id }, rejectOnEmpty: true });
  expect(await ExportedLawyer.count({ where: { exportId, lawyerId: one.id } })).toBe(1);
  advanceClock((RETENTION.view.days + 1) * DAY_MS);
  await sweepPersonalData();
  expect(await ExportedLawyer.count({ where: { exportId } })).toBe(0);
  releaseClock();
}, 120_000);
