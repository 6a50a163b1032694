import { beforeEach, expect, test } from '@jest/globals';
import '../../../app.ts';
import type { MemberActor, StaffActor } from '../../../actor.ts';
import { useDatabase } from '../../../test/database.ts';
import { activityInput, makeActivity } from '../../../test/factories/activities/activity.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { PDF, PNG } from '../../../test/files.ts';
import { ofActivity } from '../../../subject.ts';
import { readFile } from '../../files/read-file.ts';
import { uploadFile } from '../../files/upload-file.ts';
import { createActivity } from '../office/create-activity.ts';
import { showStaffActivity } from '../office/show-staff-activity.ts';
import { updateActivity } from '../office/update-activity.ts';
import { Activity } from '../model.ts';
import { showActivity } from '../signing-up/show-activity.ts';

useDatabase();
let actor: StaffActor;
let lawyer: MemberActor;
let firm: MemberActor;
beforeEach(async () => {
  actor = staffActor('events');
  const { id: firmId } = await makeFirm();
  lawyer = await memberActor({ lawyerId: (await makeLawyer({ firmId })).id });
  firm = await memberActor({ firmId });
});
const picture = async () => (await uploadFile({ actor, name: '海报.png', bytes: PNG })).token;
const posterOf = async (id: number) => (await showStaffActivity({ actor, id })).poster;
const made = (more: object = {}) => createActivity({ actor, input: { ...activityInput(), ...more } });
const edit = async (id: number, poster: string | null | undefined) => {
  const { version } = await Activity.findByPk(id, { rejectOnEmpty: true });
  await updateActivity({ actor, id, input: { ...activityInput(), version, acknowledged: [], poster } });
};
const read = (who: MemberActor | StaffActor, id: number, token: string) =>
  readFile({ actor: who, owner: ofActivity(id), token });

test('a poster is there for whoever may read the activity, members and firms alike', async () => {
  const { activity } = await makeActivity();
  const token = await picture();
  const { version } = activity;
  const every = ['neverCancels', 'neverLeaves', 'gap', 'late', 'offDay', 'clash'] as const;
  const input = { ...activityInput(), version, acknowledged: [...every], poster: token };
  const groups = (await showStaffActivity({ actor, id: activity.id })).groups.map(({ taken: _taken, ...one }) => one);
  await updateActivity({ actor, id: activity.id, input: { ...input, groups } });
  expect((await showActivity({ actor: lawyer, id: activity.id })).poster).toMatchObject({ id: token, kind: 'png' });
  for (const who of [lawyer, firm, actor]) expect((await read(who, activity.id, token)).contentType).toBe('image/png');
  await activity.update({ state: 'hidden' });
  for (const who of [lawyer, firm]) {
    await expect(read(who, activity.id, token)).rejects.toMatchObject({ code: 'not_found' });
  }
  await expect(read(staffActor('finance'), activity.id, token)).rejects.toMatchObject({ code: 'not_found' });
});

test('another one takes its place, an edit that says nothing of it leaves it, null takes it away', async () => {
  const [first, second] = [await picture(), await picture()];
  const id = await made({ poster: first });
  expect(await posterOf(id)).toMatchObject({ id: first });
  await edit(id, undefined);
  expect(await posterOf(id)).toMatchObject({ id: first });
  await edit(id, second);
  expect(await posterOf(id)).toMatchObject({ id: second });
  await expect(read(actor, id, first)).rejects.toMatchObject({ code: 'not_found' });
  await edit(id, null);
  expect(await posterOf(id)).toBeNull();
});

test('a copy takes it over; nobody takes over that of something else, nor what is no picture', async () => {
  const token = await picture();
  const original = await made({ poster: token });
  const copy = await made({ poster: token, copiedFrom: original });
  expect(await posterOf(copy)).toMatchObject({ name: '海报.png' });
  expect(await posterOf(original)).toMatchObject({ id: token });
  await expect(made({ poster: token })).rejects.toMatchObject({ code: 'invalid_fields' });
  const { token: document } = await uploadFile({ actor, name: '海报.pdf', bytes: PDF });
  await expect(made({ poster: document })).rejects.toMatchObject({
    fields: { poster: '海报只能上传 JPG 或 PNG 图片' },
  });
});
