import { afterEach, beforeEach, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import type { FormField } from '../../../contract/activity-forms/schemas.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { activityInput, makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { Registration } from '../model.ts';
import { updateActivity } from '../office/update-activity.ts';
import { changeAnswers } from './change-answers.ts';
import { showActivity } from './show-activity.ts';
import { signUp } from './sign-up.ts';

useDatabase();
beforeEach(() => freezeClock('2026-12-01T09:00:00+08:00'));
afterEach(releaseClock);

const question = (key: string, label: string, more: Partial<FormField> = {}): FormField => ({
  key,
  label,
  kind: 'text',
  hint: '',
  isRequired: false,
  choices: [],
  ...more,
});
const MEAL = question('meal', '用餐', { kind: 'choice', isRequired: true, choices: ['清真', '素食', '不用餐'] });
const CAR = question('car', '车牌');
const EVERY = ['neverCancels', 'neverLeaves', 'gap', 'late', 'offDay', 'clash'] as const;

/** A lawyer who has signed up and answered both questions. */
async function listed(
  form: FormField[] = [MEAL, CAR],
  answers: Record<string, string | boolean> = { meal: '清真', car: '粤E12345' },
) {
  const { activity, groups } = await makeActivity({ form });
  const actor = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
  const input = { groupId: groups[0]!.id, answers, waits: false };
  const signed = await signUp({ actor, activityId: activity.id, input: { ...input, idempotencyKey: newKey() } });
  const id = signed.registrationId;
  const change = (changed: Record<string, string | boolean>, by = actor) =>
    changeAnswers({ actor: by, id, input: { answers: changed } });
  const stored = async () => (await Registration.findByPk(id, { rejectOnEmpty: true })).answers;
  const own = async () => (await showActivity({ actor, id: activity.id })).own!;
  /** Staff change the form. */
  const ask = async (next: FormField[]) => {
    const { version, opensAt, closesAt, beginsAt, endsAt } = await activity.reload();
    const kept = groups.map(({ id: groupId, name, capacity, eligibility, feeFen }) => ({
      id: groupId,
      name,
      capacity,
      eligibility,
      feeFen,
    }));
    const entered = { ...activityInput(), opensAt, closesAt, beginsAt, endsAt, groups: kept, form: next };
    const sent = { ...entered, version, acknowledged: [...EVERY] };
    await updateActivity({ actor: staffActor('events'), id: activity.id, input: sent });
  };
  return { activity, actor, id, change, stored, own, ask };
}

test.each([-1, 0, 1])('answers may be changed until the end of cancelling, at %s ms', async (off) => {
  const { activity, change, stored, own } = await listed();
  freezeClock(activity.cancelUntil + off);
  expect((await own()).answersUntil === null).toBe(off >= 0);
  const tried = change({ meal: '素食', car: '' });
  if (off < 0) {
    await tried;
    // What may be left empty may be emptied.
    expect(await stored()).toEqual({ meal: '素食' });
    expect((await own()).timeline.at(-1)).toMatchObject({ event: 'answers_changed', note: '用餐、车牌' });
  } else {
    await expect(tried).rejects.toThrow('已不能修改');
    expect(await stored()).toEqual({ meal: '清真', car: '粤E12345' });
  }
});

test('what was promised counts, not what staff set later', async () => {
  const { activity, change, own } = await listed();
  const promised = activity.cancelUntil;
  await activity.update({ cancelUntil: promised - DAY_MS });
  freezeClock(promised - 1);
  expect((await own()).answersUntil).not.toBeNull();
  await change({ meal: '素食' });
});

test('a form is held to its questions: what is required, is offered, is no identity number', async () => {
  const { change } = await listed();
  const faultOf = async (answers: Record<string, string | boolean>) =>
    change(answers).then(
      () => '',
      (error: { fields?: Record<string, string> }) => Object.values(error.fields ?? {}).join('；'),
    );
  expect(await faultOf({ meal: '' })).toContain('请选择用餐');
  expect(await faultOf({ meal: '海鲜' })).toContain('请重新选择用餐');
  expect(await faultOf({ meal: '清真', car: '11010519491231002X' })).toContain('身份证');
});

test('nobody changes what another has answered, nor what has ended', async () => {
  const { id, change, stored } = await listed();
  const other = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
  await expect(change({ meal: '素食' }, other)).rejects.toMatchObject({ code: 'not_found' });
  await Registration.update({ state: 'cancelled', liveKey: null }, { where: { id } });
  await expect(change({ meal: '素食' })).rejects.toThrow('已不能修改');
  expect(await stored()).toEqual({ meal: '清真', car: '粤E12345' });
});

test('an option that is offered no more may stay, and what is asked no more keeps its answer', async () => {
  const { change, stored, ask } = await listed();
  await ask([{ ...MEAL, choices: ['素食', '不用餐'] }]);
  await change({ meal: '清真' });
  expect(await stored()).toEqual({ meal: '清真', car: '粤E12345' });
  await change({ meal: '素食' });
  await expect(change({ meal: '清真' })).rejects.toMatchObject({ code: 'invalid_fields' });
  expect(await stored()).toEqual({ meal: '素食', car: '粤E12345' });
});

test('of several options as many as are offered are kept, in their order; one that is gone may stay', async () => {
  const MEALS = question('meals', '用餐安排', { kind: 'choices', isRequired: true, choices: ['午餐', '晚餐', '茶歇'] });
  const { change, stored, ask } = await listed([MEAL, MEALS], { meal: '清真', meals: '晚餐、午餐、晚餐' });
  expect(await stored()).toEqual({ meal: '清真', meals: '午餐、晚餐' });
  await expect(change({ meal: '清真', meals: '午餐、夜宵' })).rejects.toMatchObject({
    fields: { 'answers.meals': '请重新选择用餐安排' },
  });
  await expect(change({ meal: '清真', meals: '、' })).rejects.toMatchObject({ code: 'invalid_fields' });
  await ask([MEAL, { ...MEALS, choices: ['午餐', '茶歇'] }]);
  await change({ meal: '清真', meals: '茶歇、晚餐' });
  expect(await stored()).toEqual({ meal: '清真', meals: '茶歇、晚餐' });
  await change({ meal: '清真', meals: '午餐' });
  await expect(change({ meal: '清真', meals: '午餐、晚餐' })).rejects.toMatchObject({ code: 'invalid_fields' });
});

test('what is asked later is told at once, and may be answered until the activity begins', async () => {
  const { activity, id, change, own, ask } = await listed([MEAL]);
  const told = () =>
    InboxEntry.findAll({ where: { subjectKind: 'registration', subjectId: id, event: 'activity_asked' } });
  await ask([MEAL, CAR]);
  expect(await told()).toHaveLength(0);
  const BUS = question('bus', '是否乘坐班车', { kind: 'choice', isRequired: true, choices: ['是', '否'] });
  await ask([MEAL, CAR, BUS]);
  expect((await told()).map(({ body }) => body)).toEqual([expect.stringContaining('报名表新增必填项：是否乘坐班车')]);
  freezeClock(activity.cancelUntil + DAY_MS);
  expect((await own()).missing).toEqual(['是否乘坐班车']);
  await change({ meal: '清真', bus: '是' });
  expect(await own()).toMatchObject({ missing: [], answersUntil: null });
  // Once more says nothing new.
  await ask([MEAL, BUS]);
  expect(await told()).toHaveLength(1);
});
