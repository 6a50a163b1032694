import { afterEach, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { LawyerActor } from '../../../actor.ts';
import { activityEndpoints as activities } from '../../../contract/activities/endpoints.ts';
import type { ActivityPage, StaffActivity } from '../../../contract/activities/replies.ts';
import type { FormField } from '../../../contract/activity-forms/schemas.ts';
import { toIso } from '../../../contract/dates.ts';
import { exportEndpoints } from '../../../contract/exports/endpoints.ts';
import { releaseClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useOffice } from '../../../test/office.ts';
import { activityInput, makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { Activity } from '../model.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { updateActivity } from './update-activity.ts';

useOffice();
const api = useApi();
afterEach(releaseClock);

const question = (key: string, label: string, kind: FormField['kind'] = 'text'): FormField => ({
  key,
  label,
  kind,
  hint: '',
  isRequired: false,
  choices: [],
});
const EVERY = ['neverCancels', 'neverLeaves', 'gap', 'late', 'offDay', 'clash'] as const;

test('a question that is taken away is asked no more, and what was answered keeps its column', async () => {
  const form = [question('meal', '用餐'), question('car', '车牌')];
  const { activity, groups } = await makeActivity({ form });
  const { id: lawyerId } = await makeLawyer({ firmId: (await makeFirm()).id });
  const actor = (await memberActor({ lawyerId })) as LawyerActor;
  const input = { groupId: groups[0]!.id, answers: { meal: '清真', car: '粤E12345' }, waits: false };
  await signUp({ actor, activityId: activity.id, input: { ...input, idempotencyKey: newKey() } });
  const change = async (next: FormField[]) => {
    const { version, opensAt, closesAt, beginsAt, endsAt } = await activity.reload();
    const kept = groups.map(({ id, name, capacity, eligibility, feeFen }) => ({
      id,
      name,
      capacity,
      eligibility,
      feeFen,
    }));
    const entered = { ...activityInput(), opensAt, closesAt, beginsAt, endsAt, groups: kept, form: next };
    const sent = { ...entered, version, acknowledged: [...EVERY] };
    await updateActivity({ actor: staffActor('events'), id: activity.id, input: sent });
  };
  await change([question('meal', '用餐')]);
  const page = await api.call(activities.showActivity, {
    as: await memberToken({ lawyerId }),
    params: { id: activity.id },
  });
  expect((page.json as unknown as ActivityPage).form.map(({ label }) => label)).toEqual(['用餐']);
  const as = await staffToken('events');
  const shown = async () =>
    (await api.call(activities.showStaffActivity, { as, params: { id: activity.id } }))
      .json as unknown as StaffActivity;
  expect((await shown()).retired.map(({ label }) => label)).toEqual(['车牌']);
  // Another edit does not lose it, and its key is not given to a question of another kind.
  await change([question('meal', '用餐（改）')]);
  expect((await shown()).retired.map(({ label }) => label)).toEqual(['车牌']);
  await expect(change([question('car', '车辆数', 'whole')])).rejects.toMatchObject({ code: 'invalid_fields' });

  const query = { activityId: String(activity.id) };
  const file = await api.call(exportEndpoints.exportRegistrations, { as, query });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file.bytes as unknown as ArrayBuffer);
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as string[]).slice(1)));
  expect(rows.map((row) => row.slice(-2))).toEqual([
    ['用餐（改）', '车牌'],
    ['清真', '粤E12345'],
  ]);
});

test('a copy says of what it is one; of nothing there is none', async () => {
  const as = await staffToken('events');
  const { activity } = await makeActivity();
  const { opensAt, closesAt, beginsAt, endsAt, ...rest } = activityInput();
  const instants = {
    opensAt: toIso(opensAt),
    closesAt: toIso(closesAt),
    beginsAt: toIso(beginsAt),
    endsAt: toIso(endsAt),
  };
  const make = (copiedFrom: number) =>
    api.call(activities.createActivity, { as, body: { ...rest, ...instants, copiedFrom } });
  expect((await make(activity.id)).json).toMatchObject({ copiedFrom: activity.id, phase: 'draft', taken: 0 });
  const none = await make(999_999);
  expect([none.status, none.json.error?.fields]).toEqual([422, { copiedFrom: '原活动已不存在' }]);
  expect(await Activity.count({ where: { copiedFromId: 999_999 } })).toBe(0);
});
