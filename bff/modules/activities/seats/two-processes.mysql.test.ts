import { expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { makeCrowd } from '../../../test/factories/activities/crowd.ts';
import { makeFirm } from '../../../test/factories/registry.ts';
import { tenthOf } from '../../../test/heavy.ts';
import { runDriver } from '../../../test/trouble/run-driver.ts';
import { Account } from '../../accounts/model.ts';
import { Activity, Registration } from '../model.ts';

useDatabase();

/** Fewer connections than sign-ups at once, and WeChat to be told: whoever needs two of them waits for ever. */
const SERVER = {
  DATABASE_POOL: '4',
  WECHAT_APPID: 'wx0000000000000001',
  WECHAT_SECRET: 'secret',
  WECHAT_TEMPLATE_ACTIVITY: 'template-activity:thing1=type,phrase2=result,time3=time',
};
const [CROWD, SEATS] = [tenthOf(1_000), tenthOf(100)];

/** An account for each of these lawyers; answers who acts for them. */
async function openAccounts(lawyerIds: readonly number[]): Promise<LawyerActor[]> {
  const common = { kind: 'lawyer', firmId: null, altLogin: null, passwordHash: null, roles: '[]' } as const;
  const state = { isTemporary: false, isClosed: false, lastSignedInAt: null, createdAt: 1 };
  await Account.bulkCreate(
    lawyerIds.map((lawyerId) => ({ ...common, ...state, lawyerId, login: `crowd-${lawyerId}`, name: '赵若知' })),
  );
  const accounts = await Account.findAll({ where: { lawyerId: [...lawyerIds] } });
  const actorOf = ({ id, lawyerId, name }: Account): LawyerActor => ({
    kind: 'lawyer',
    lawyerId: lawyerId ?? 0,
    accountId: id,
    name,
    address: '203.0.113.9',
  });
  return accounts.map(actorOf);
}

test('of two processes that sign up at once as many get seats as there are; everybody is answered', async () => {
  const { activity, groups } = await makeActivity({ capacity: SEATS });
  const { id: firmId } = await makeFirm({ name: '江海两进程律师事务所' });
  const actors = await openAccounts(await makeCrowd(CROWD, firmId));
  const half = CROWD / 2;
  const parts = [actors.slice(0, half), actors.slice(half)];
  const said = await Promise.all(
    parts.map((part) => runDriver('sign-up-crowd', [activity.id, groups[0]!.id, JSON.stringify(part)], SERVER)),
  );
  expect(said.map(Number)).toEqual([half, half]);
  const count = (state: 'registered' | 'waiting') => Registration.count({ where: { activityId: activity.id, state } });
  expect([await count('registered'), await count('waiting')]).toEqual([SEATS, CROWD - SEATS]);
  expect((await Activity.findByPk(activity.id, { rejectOnEmpty: true })).taken).toBe(SEATS);
}, 600_000);
