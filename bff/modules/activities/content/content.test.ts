import { beforeEach, describe, expect, test } from '@jest/globals';
import '../../../app.ts';
import type { MemberActor, StaffActor } from '../../../actor.ts';
import type { ActivityInput } from '../../../contract/activities/schemas.ts';
import { ofActivityFile } from '../../../subject.ts';
import { useDatabase } from '../../../test/database.ts';
import { activityInput, makeActivity } from '../../../test/factories/activities/activity.ts';
import { makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { PDF, PNG } from '../../../test/files.ts';
import { readFile } from '../../files/read-file.ts';
import { uploadFile } from '../../files/upload-file.ts';
import { Activity, ActivityChange } from '../model.ts';
import { createActivity } from '../office/create-activity.ts';
import { showStaffActivity } from '../office/show-staff-activity.ts';
import { updateActivity } from '../office/update-activity.ts';
import { searchOwnActivities } from '../signing-up/search-activities.ts';
import { showActivity } from '../signing-up/show-activity.ts';

useDatabase();
let actor: StaffActor;
let lawyer: MemberActor;
beforeEach(async () => {
  actor = staffActor('events');
  lawyer = await memberActor({ lawyerId: (await makeLawyer()).id });
});

const every = ['neverCancels', 'neverLeaves', 'gap', 'late', 'offDay', 'clash'] as const;
const made = (more: object = {}) => createActivity({ actor, input: { ...activityInput(), ...more } });
async function edit(id: number, more: Partial<ActivityInput> & { attachments?: string[] }): Promise<void> {
  const { version } = await Activity.findByPk(id, { rejectOnEmpty: true });
  const groups = (await showStaffActivity({ actor, id })).groups.map(({ taken: _taken, ...one }) => one);
  await updateActivity({
    actor,
    id,
    input: { ...activityInput(), groups, ...more, version, acknowledged: [...every] },
  });
}

describe('活动详情', () => {
  test('is rich text of the closed set, and nothing else of what an editor or a stranger sends', async () => {
    const details =
      '<h2>日程</h2><p onclick="steal()">9:00 <b>签到</b></p><script>steal()</script>' +
      '<ul><li><a href="javascript:steal()">议程</a></li><li><a href="https://example.com/a">报到须知</a></li></ul>';
    const id = await made({ details });
    await Activity.update({ state: 'published', publishedAt: 1 }, { where: { id } });
    const page = await showActivity({ actor: lawyer, id });
    expect(page.details).toEqual([
      { tag: 'h3', of: [{ text: '日程' }] },
      { tag: 'p', of: [{ text: '9:00 ' }, { tag: 'strong', of: [{ text: '签到' }] }] },
      {
        tag: 'ul',
        of: [
          { tag: 'li', of: [{ tag: 'a', of: [{ text: '议程' }] }] },
          { tag: 'li', of: [{ tag: 'a', href: 'https://example.com/a', of: [{ text: '报到须知' }] }] },
        ],
      },
    ]);
    expect(JSON.stringify(page)).not.toContain('steal');
    expect((await showStaffActivity({ actor, id })).details).toEqual(page.details);
  });

  test('is searched by its words, not by its marks', async () => {
    const id = await made({ details: '<p>破产<strong>重整</strong>实务</p>' });
    await Activity.update({ state: 'published', publishedAt: 1 }, { where: { id } });
    const find = async (term: string) =>
      (await searchOwnActivities({ actor: lawyer, term, limit: 5 })).map((one) => one.id);
    expect(await find('破产重整实务')).toEqual([id]);
    expect(await find('strong')).toEqual([]);
  });

  test('written before there was rich text, is read line by line', async () => {
    const { activity } = await makeActivity();
    await activity.update({ details: '一、预约合同\n\n二、<b>答疑</b>', detailsBody: null });
    expect((await showActivity({ actor: lawyer, id: activity.id })).details).toEqual([
      { tag: 'p', of: [{ text: '一、预约合同' }] },
      { tag: 'p', of: [{ text: '二、<b>答疑</b>' }] },
    ]);
  });

  test('has words, and no more than it may', async () => {
    await expect(made({ details: '<p><br></p>' })).rejects.toMatchObject({ fields: { details: '请填写活动详情' } });
    await expect(made({ details: `<p>${'字'.repeat(5_001)}</p>` })).rejects.toMatchObject({
      fields: { details: '活动详情最多5000个字，现有5001个字' },
    });
    await made({ details: `<p>${'字'.repeat(5_000)}</p>` });
  });
});

describe('附件', () => {
  const agenda = async () => (await uploadFile({ actor, name: '议程.pdf', bytes: PDF, intake: 'desk' })).token;
  const form = async () => (await uploadFile({ actor, name: '回执.png', bytes: PNG, intake: 'desk' })).token;
  const read = (who: MemberActor | StaffActor, id: number, token: string) =>
    readFile({ actor: who, owner: ofActivityFile(id), token });
  const names = async (id: number) => (await showStaffActivity({ actor, id })).attachments.map(({ name }) => name);

  test('are there for whoever may read the activity, and for nobody else', async () => {
    const token = await agenda();
    const id = await made({ attachments: [token] });
    await expect(read(lawyer, id, token)).rejects.toMatchObject({ code: 'not_found' });
    await Activity.update({ state: 'published', publishedAt: 1 }, { where: { id } });
    expect((await showActivity({ actor: lawyer, id })).attachments).toMatchObject([{ id: token, name: '议程.pdf' }]);
    for (const who of [lawyer, actor]) expect((await read(who, id, token)).contentType).toBe('application/pdf');
    await expect(read(staffActor('finance'), id, token)).rejects.toMatchObject({ code: 'not_found' });
    await Activity.update({ state: 'hidden' }, { where: { id } });
    await expect(read(lawyer, id, token)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('stay where an edit says nothing of them, go where it leaves them out, and members read what was changed', async () => {
    const [first, second] = [await agenda(), await form()];
    const id = await made({ attachments: [first] });
    await Activity.update({ state: 'published', publishedAt: 1 }, { where: { id } });
    await edit(id, {});
    expect(await names(id)).toEqual(['议程.pdf']);
    await edit(id, { attachments: [first, second] });
    expect(await names(id)).toEqual(['议程.pdf', '回执.png']);
    await edit(id, { attachments: [second] });
    await expect(read(lawyer, id, first)).rejects.toMatchObject({ code: 'not_found' });
    const changes = await ActivityChange.findAll({ where: { activityId: id, field: '附件' }, order: ['id'] });
    expect(changes.map(({ beforeWords, afterWords }) => [beforeWords, afterWords])).toEqual([
      ['议程.pdf', '议程.pdf、回执.png'],
      ['议程.pdf、回执.png', '回执.png'],
    ]);
  });

  test('a copy takes them over; those of something else nobody takes', async () => {
    const token = await agenda();
    const original = await made({ attachments: [token] });
    const copy = await made({ attachments: [token], copiedFrom: original });
    const [taken] = (await showStaffActivity({ actor, id: copy })).attachments;
    expect(taken).toMatchObject({ name: '议程.pdf' });
    expect(taken?.id).not.toBe(token);
    expect(await names(original)).toEqual(['议程.pdf']);
    await expect(made({ attachments: [token] })).rejects.toMatchObject({
      fields: { attachments: '有附件已失效，请移除后重新上传' },
    });
  });
});
