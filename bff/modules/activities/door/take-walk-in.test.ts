import { expect, test } from '@jest/globals';
import '../../../models.ts';
import { transaction } from '../../../platform/db/database.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { makeLawyer } from '../../../test/factories/registry.ts';
import { Registration } from '../model.ts';
import type { DoorDevice } from './model.ts';
import { takeWalkIn } from './take-walk-in.ts';

useDatabase();
const device = { entrance: '1号口', openedById: 1, openedBy: '苏念真' } as DoorDevice;

test('a walk-in that a device tells of once the activity is cancelled takes no seat', async () => {
  const { activity } = await makeActivity();
  const { licenceNo } = await makeLawyer();
  const walkIn = () => transaction((t) => takeWalkIn({ activity, device, licenceNo }, t));
  await activity.update({ state: 'cancelled' });
  expect(await walkIn()).toEqual({ registrationId: null, doubt: 'walkin', note: '活动已取消' });
  expect(await Registration.count()).toBe(0);
  // The same while it goes on.
  await activity.update({ state: 'published' });
  expect(await walkIn()).toMatchObject({ doubt: '', note: '现场补报' });
});
