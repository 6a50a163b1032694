import { beforeAll, expect, test } from '@jest/globals';
import '../../../models.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { REVIEW_REASON } from '../../../contract/profile/enums.ts';
import { profileEndpoints as profiles } from '../../../contract/profile/endpoints.ts';
import type { ProfileViews } from '../../../contract/profile/replies.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { signedIn, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { changeCalls } from '../../../test/factories/profiles/profile-change-calls.ts';
import { profileCalls, signedInLawyer } from '../../../test/factories/profiles/profile-calls.ts';
import { makeSubmitted } from '../../../test/factories/profiles/profile.ts';
import { makeFirm, makeStaffAccount } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';

useDatabase();
const api = useApi();
const { detail } = profileCalls(api);
const { approvedLawyer, ask, openOf, shown } = changeCalls(api);
let registrar: string;
let firmId: number;
beforeAll(async () => {
  registrar = await staffToken('registrar');
  firmId = (await makeFirm()).id;
});

const readOf = async (as: string) => {
  const { json } = await api.call(profiles.listProfileViews, { as });
  return (json as unknown as ProfileViews).items
    .filter(({ reason }) => reason === REVIEW_REASON)
    .map(({ what }) => what);
};

test('who reviews reads what is personal: the member is told of each section, once a day', async () => {
  freezeClock(clock.now());
  const account = await makeStaffAccount('reader', 'a long pass phrase', ['registrar']);
  const person = await signedInLawyer(firmId);
  const { id } = await makeSubmitted(person.lawyerId);
  expect(await readOf(person.as)).toEqual([]);
  const whole = ['基本信息', '教育经历', '工作经历', '证明材料'];
  const today = await signedIn(account);
  for (let n = 0; n < 2; n++) await detail(today, id);
  expect((await readOf(person.as)).sort()).toEqual([...whole].sort());
  advanceClock(DAY_MS);
  await detail(await signedIn(account), id);
  expect(await readOf(person.as)).toHaveLength(2 * whole.length);
  // Whoever may not read it leaves no trace either.
  await detail(await staffToken('service'), id);
  expect(await readOf(person.as)).toHaveLength(2 * whole.length);
  releaseClock();
});

test('a change is read as a section is', async () => {
  const person = await approvedLawyer(registrar, firmId);
  const before = await readOf(person.as);
  await ask(person.as, 'education', { college: '法学院' });
  const { id } = await openOf(person.lawyerId, 'education');
  await shown(await staffToken('administrator'), id);
  expect(await readOf(person.as)).toEqual(['教育经历', ...before]);
});
