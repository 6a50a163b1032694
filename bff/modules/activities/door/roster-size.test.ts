import { expect, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import '../../../models.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { makeCrowd, signUpCrowd } from '../../../test/factories/activities/crowd.ts';
import { makeFirm, staffActor } from '../../../test/factories/registry.ts';
import { openDoor } from './open-door.ts';

useDatabase();

/** activities.md, Load. */
const [PEOPLE, LARGEST] = [3_000, 300 * 1024];

test('the list of names of three thousand goes to a telephone in 300 KB', async () => {
  const { activity, groups } = await makeActivity({ capacity: PEOPLE });
  const { id: firmId } = await makeFirm({ name: '江海三千人律师事务所' });
  const lawyerIds = await makeCrowd(PEOPLE, firmId);
  await signUpCrowd({ activity, groupId: groups[0]!.id, lawyerIds, state: 'registered' });
  const opened = await openDoor({ actor: staffActor('events'), activityId: activity.id, input: { entrance: '1号口' } });
  expect(opened.entries).toHaveLength(PEOPLE);
  const sent = gzipSync(JSON.stringify(opened)).length;
  expect(sent).toBeLessThan(LARGEST);
  // Control: with the secret of each registration beside its name it would be more than that.
  const entries = opened.entries.map((entry) => ({ ...entry, secret: crypto.randomUUID() + crypto.randomUUID() }));
  expect(gzipSync(JSON.stringify({ ...opened, entries })).length).toBeGreaterThan(sent * 1.5);
});
