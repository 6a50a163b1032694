import { afterEach, expect, test } from '@jest/globals';
import { preCheckEndpoints } from '../../../contract/pre-check/endpoints.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { submit } from '../../../test/factories/certificate.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';

useOffice();
const api = useApi();
afterEach(releaseClock);

test('how long others waited for a person is told in office hours, once there are enough of them', async () => {
  await installShippedHolidays();
  // A Monday noon, in Shanghai as all that follow.
  freezeClock(Date.UTC(2026, 10, 30, 4));
  const { id: firmId } = await makeFirm();
  const [actor, as] = [await memberActor({ firmId }), await memberToken({ firmId })];
  const told = async (form: object) => {
    const { json } = await api.call(preCheckEndpoints.preCheck, { as, body: form });
    return json['usualWaitMinutes'];
  };
  const manual = { type: 'firm-other', freeText: '内容' };
  const decided = async (submittedAt: number, decidedAt: number, more: object = {}) => {
    const application = await submit(actor, { ...manual, since: undefined });
    await application.update({ state: 'decided', outcome: 'approved', submittedAt, decidedAt, ...more });
  };
  const friday = Date.UTC(2026, 10, 27, 9, 30);
  const monday = Date.UTC(2026, 10, 30, 1, 30);
  for (let n = 0; n < 4; n++) await decided(friday, monday);
  expect(await told(manual)).toBeNull();
  // Half an hour on Friday evening, half an hour on Monday morning, and a weekend in which nobody is there.
  await decided(friday, monday);
  expect(await told(manual)).toBe(60);
  // Of the machine's own, of those that waited for their member, and of long ago nothing is said.
  for (let n = 0; n < 6; n++) await decided(monday, monday + 60_000, { memberMs: 1 });
  for (let n = 0; n < 6; n++) await decided(friday - 60 * 86_400_000, friday - 60 * 86_400_000 + 60_000);
  expect(await told(manual)).toBe(60);
  expect(await told({ type: 'firm-clean', since: '2022-01-01' })).toBeNull();
});
