import { beforeAll, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import { profileEndpoints as profiles } from '../../../contract/profile/endpoints.ts';
import type { ProfileRow } from '../../../contract/profile/replies.ts';
import { database } from '../../../platform/db/database.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import * as made from '../../../test/factories/profiles/profile.ts';
import { profileCalls, profileOf, sectionOf, signedInLawyer } from '../../../test/factories/profiles/profile-calls.ts';
import { makeFirm } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { AuditEntry } from '../../audit/model.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { ProfileSectionRow, ProfileSnapshot } from '../model.ts';

useDatabase();
const api = useApi();
const { own, save, submit, confirm, withdraw, decide, detail, looks } = profileCalls(api);
let firmId: number;
let as: string;
let registrar: string;
beforeAll(async () => {
  firmId = (await makeFirm()).id;
  ({ as } = await signedInLawyer(firmId));
  registrar = await staffToken('registrar');
});

describe('a review', () => {
  test('takes what waits in the order in which it was submitted', async () => {
    const submitted: number[] = [];
    for (let n = 0; n < 2; n++) submitted.push((await made.makeSubmitted((await signedInLawyer(firmId)).lawyerId)).id);
    const { json } = await api.call(profiles.listProfiles, { as: registrar });
    const items = (json['items'] as ProfileRow[]).filter(({ id }) => submitted.includes(id));
    expect(items.map(({ id }) => id)).toEqual(submitted);
    expect(items.map(({ submittedAt }) => Number.isNaN(Date.parse(submittedAt ?? '')))).toEqual([false, false]);
  });

  test('rejects by section with an opinion; what stands as it was passed need not be passed again', async () => {
    const person = await signedInLawyer(firmId);
    const { id } = await made.makeSubmitted(person.actor.lawyerId);
    expect((await decide(registrar, id, { education: '毕业证书不清晰，请重新上传' })).json).toMatchObject({
      state: 'rejected',
    });
    const mine = await own(person.as);
    expect(mine).toMatchObject({ state: 'rejected', isConfirmed: false, percent: 92 });
    expect(sectionOf(mine, 'education')).toMatchObject({ label: 'rejected', opinion: '毕业证书不清晰，请重新上传' });
    expect(sectionOf(mine, 'awards')).toMatchObject({ label: 'none', opinion: '' });
    const rows = (await ProfileSectionRow.findOne({
      where: { lawyerId: person.actor.lawyerId, section: 'education' },
    }))!.data;
    await made.saveRows(
      person.actor,
      'education',
      rows.map((row) => ({ ...row, values: { ...row.values, college: '法学院' } })),
    );
    expect(sectionOf(await own(person.as), 'education')).toMatchObject({ label: 'filled', opinion: '' });
    await confirm(person.as);
    await submit(person.as);
    const { snapshotId } = await detail(registrar, id);
    const only = (section: string) => ({ snapshotId, decisions: [{ section, verdict: 'pass' }] });
    const call = (body: object) => api.call(profiles.decideProfile, { as: registrar, params: { id }, body });
    expect((await call(only('work'))).json.error?.fields).toEqual({ education: '请审核“教育经历”' });
    expect((await call(only('education'))).json).toMatchObject({ state: 'approved' });
    expect(
      (await InboxEntry.findAll({ where: { event: 'profile_decided', memberId: person.actor.lawyerId } })).map(
        ({ body }) => body,
      ),
    ).toEqual(['您提交的信息补全：有内容需要修改', '您提交的信息补全：审核通过']);
    await expect(made.saveRows(person.actor, 'work', [])).rejects.toMatchObject({ code: 'wrong_state' });
  });

  test('wants an opinion for what is rejected, and what was seen', async () => {
    const person = await signedInLawyer(firmId);
    const { id } = await made.makeSubmitted(person.actor.lawyerId);
    const short = await decide(registrar, id, { work: '不全' });
    expect(short.json.error?.fields).toEqual({ 'decisions.2.opinion': '驳回须写明审核意见，至少5个字' });
    const { snapshotId, sections } = await detail(registrar, id);
    const look = () =>
      api.call(profiles.openProfileSection, {
        as: registrar,
        params: { id },
        body: { section: 'family', reason: '核对亲属任职回避情况' },
      });
    expect((await look()).status).toBe(200);
    await withdraw(person.as);
    // What is taken back is nobody's to read any more.
    expect(await detail(registrar, id)).toMatchObject({ snapshotId: null, sections: [] });
    expect((await look()).status).toBe(404);
    const decisions = sections.map(({ key }) => ({ section: key, verdict: 'pass' }));
    const stale = () =>
      api.call(profiles.decideProfile, { as: registrar, params: { id }, body: { snapshotId, decisions } });
    expect((await stale()).json.error?.code).toBe('wrong_state');
    await submit(person.as);
    expect((await stale()).json.error?.code).toBe('changed_meanwhile');
  });

  test('against a withdrawal: one wins, the other is told, and both sides read the same', async () => {
    for (let round = 0; round < 5; round++) {
      const person = await signedInLawyer(firmId);
      const { id } = await made.makeSubmitted(person.actor.lawyerId);
      // What lies open at the desk when both press.
      const { snapshotId, sections } = await detail(registrar, id);
      const decisions = sections.map(({ key: section }) => ({ section, verdict: 'pass' as const }));
      const deciding = { as: registrar, params: { id }, body: { snapshotId, decisions } };
      const [withdrawn, decided] = await Promise.all([withdraw(person.as), api.call(profiles.decideProfile, deciding)]);
      const { state } = await profileOf(person.actor.lawyerId);
      expect([withdrawn.status, decided.status, state]).toEqual(
        withdrawn.status === 200 ? [200, 409, 'filling'] : [409, 200, 'approved'],
      );
    }
  });

  test('against a save on its way: what is approved is what was submitted', async () => {
    const person = await signedInLawyer(firmId);
    await made.fillProfile(person.actor);
    await confirm(person.as);
    const late = { version: 1, rows: [], saidNone: true };
    const [saved, sent] = await Promise.all([save(person.as, 'work', late), submit(person.as)]);
    expect(sent.status).toBe(200);
    const { lawyerId } = person.actor;
    const snapshot = await ProfileSnapshot.findOne({ where: { lawyerId }, rejectOnEmpty: true });
    const row = await ProfileSectionRow.findOne({ where: { lawyerId, section: 'work' }, rejectOnEmpty: true });
    expect([200, 409]).toContain(saved.status);
    expect(snapshot.content.sections.work?.version).toBe(row.version);
  });

  test('gives an approved profile back for a reason; what was approved stays what it was', async () => {
    const person = await signedInLawyer(firmId);
    const { id } = await made.makeSubmitted(person.actor.lawyerId);
    await decide(registrar, id);
    const { version } = await detail(registrar, id);
    const body = { version, reason: '学历证书系他人的，请核对' };
    expect((await api.call(profiles.reopenProfile, { as: registrar, params: { id }, body })).status).toBe(200);
    expect(await own(person.as)).toMatchObject({ state: 'rejected', reopenedReason: body.reason, can: { edit: true } });
    const approved = await ProfileSnapshot.findByPk((await profileOf(person.actor.lawyerId)).approvedSnapshotId ?? 0);
    expect(approved?.outcome).toBe('approved');
  });

  test('never changes what was submitted', async () => {
    const person = await signedInLawyer(firmId);
    await made.makeSubmitted(person.actor.lawyerId);
    const snapshot = await ProfileSnapshot.findOne({ where: { lawyerId: person.actor.lawyerId }, rejectOnEmpty: true });
    const content = { ...snapshot.content, given: {} };
    await expect(snapshot.update({ content })).rejects.toThrow('never changes');
    await expect(ProfileSnapshot.update({ content }, { where: { id: snapshot.id } })).rejects.toThrow('never changes');
    await database.sequelize.query('UPDATE profile_snapshots SET content = ? WHERE id = ?', {
      replacements: [JSON.stringify(content), snapshot.id],
    });
    const { id } = await profileOf(person.actor.lawyerId);
    expect((await api.call(profiles.showProfile, { as: registrar, params: { id } })).status).toBe(500);
  });
});

describe('the queue', () => {
  const list = async (query: object) =>
    (
      (await api.call(profiles.listProfiles, { as: registrar, query: { limit: '100', ...query } })).json[
        'items'
      ] as ProfileRow[]
    ).map(({ id }) => id);

  test('is narrowed by name, firm, county, section and doubts', async () => {
    const office = await makeFirm({ name: '临川明理律师事务所' });
    const person = await signedInLawyer(office.id);
    const { id } = await made.makeSubmitted(person.lawyerId);
    const doubtful = await made.makeSubmitted((await signedInLawyer(office.id)).lawyerId, {
      basic: { politicalStatus: ['03', '04'], demJoinedOn: '2015-06', addressRegion: '440403' },
    });
    expect(await list({ firm: '明理' })).toEqual([id, doubtful.id]);
    expect(await list({ firm: '明理', doubts: 'some' })).toEqual([doubtful.id]);
    expect(await list({ firm: '明理', doubts: 'none', section: 'education' })).toEqual([id]);
    expect(await list({ firm: '明理', section: 'party' })).toEqual([]);
    expect(await list({ region: '440403' })).toEqual([doubtful.id]);
    const { name, licenceNo } = await detail(registrar, id);
    expect(await list({ firm: '明理', search: name })).toContain(id);
    expect(await list({ search: licenceNo })).toEqual([id]);
    const regions = await api.call(profiles.listProfileRegions, { as: registrar });
    expect(regions.json['items']).toContainEqual({ region: '440403', count: 1 });
  });

  test('passes together what nobody has to look at, and says of each other why not', async () => {
    const people = [await signedInLawyer(firmId), await signedInLawyer(firmId), await signedInLawyer(firmId)];
    const [good, doubtful, gone] = await Promise.all([
      made.makeSubmitted(people[0]!.lawyerId),
      made.makeSubmitted(people[1]!.lawyerId, { basic: { politicalStatus: ['03', '04'], demJoinedOn: '2015-06' } }),
      made.makeSubmitted(people[2]!.lawyerId),
    ]);
    await withdraw(people[2]!.as);
    const items = [good, doubtful, gone].map(({ id, snapshotId }) => ({ id, snapshotId }));
    const { json } = await api.call(profiles.passProfiles, { as: registrar, body: { items } });
    expect(json['items']).toEqual([
      { id: good.id, failure: '' },
      { id: doubtful.id, failure: '有存疑，请打开后逐项审核' },
      { id: gone.id, failure: '该申请已被会员撤回' },
    ]);
    const states = await Promise.all(people.map(async ({ lawyerId }) => (await profileOf(lawyerId)).state));
    expect(states).toEqual(['approved', 'waiting', 'filling']);
    const many = Array.from({ length: 51 }, (_, at) => ({ id: at + 1, snapshotId: 1 }));
    expect((await api.call(profiles.passProfiles, { as: registrar, body: { items: many } })).status).toBe(422);
  });

  test('after a rejection only what was changed is to be read; the rest says who passed it', async () => {
    const person = await signedInLawyer(firmId);
    const { id } = await made.makeSubmitted(person.lawyerId);
    await decide(registrar, id, { awards: '请上传获奖证书' });
    await made.saveRows(person.actor, 'languages', [{ id: 'l1', values: { language: 'eng', level: '2' } }]);
    await confirm(person.as);
    expect((await submit(person.as)).json.error).toBeUndefined();
    const shown = await detail(registrar, id);
    expect(shown.changed).toEqual(['awards', 'languages']);
    const open = shown.sections.filter(({ passedBefore }) => passedBefore === null).map(({ key }) => key);
    expect(open).toEqual(['awards', 'languages']);
  });
});

describe('who sees what', () => {
  const CANARY = '秘密家址梅园路七七七号';
  let profileId: number;
  let person: Awaited<ReturnType<typeof signedInLawyer>>;
  beforeAll(async () => {
    person = await signedInLawyer(firmId);
    const profile = await made.makeSubmitted(person.actor.lawyerId, { basic: { homeAddress: CANARY, marriage: '40' } });
    profileId = profile.id;
  });

  test('a firm finds nothing of its lawyers, another lawyer nothing of this one', async () => {
    const firm = await memberToken({ firmId });
    expect((await api.call(profiles.showOwnProfile, { as: firm })).status).toBe(404);
    expect((await submit(firm)).status).toBe(404);
    expect((await save(firm, 'work', { version: 0, rows: [], saidNone: true })).status).toBe(404);
    expect(JSON.stringify(await own(as))).not.toContain(CANARY);
  });

  test('what is sensitive is nowhere readable in the database, the log of acts or a reviewer’s page', async () => {
    const dump: unknown[] = [];
    for (const table of [
      'profiles',
      'profile_sections',
      'profile_snapshots',
      'audit_entries',
      'jobs',
      'timeline_entries',
    ]) {
      dump.push((await database.sequelize.query(`SELECT * FROM ${table}`))[0]);
    }
    const everything = JSON.stringify(dump) + JSON.stringify(await detail(registrar, profileId));
    for (const word of [CANARY, '周若岚', '江海市第一中学', 'homeRegion'])
      expect([word, everything.includes(word)]).toEqual([word, false]);
    expect(everything).toContain('江海大学');
  });

  test('staff open it with a reason, which the lawyer reads', async () => {
    const call = (reason: string) =>
      api.call(profiles.openProfileSection, {
        as: registrar,
        params: { id: profileId },
        body: { section: 'family', reason },
      });
    expect((await call('看')).status).toBe(422);
    const opened = await call('核对亲属任职回避情况');
    expect(JSON.stringify(opened.json)).toContain('周若岚');
    expect(await looks(person.as)).toEqual([
      {
        at: expect.anything() as unknown,
        what: '家庭成员',
        by: expect.stringMatching(/^会员管理（工号\d{4,}）$/) as unknown,
        reason: '核对亲属任职回避情况',
      },
    ]);
    const entry = await AuditEntry.findOne({ where: { action: 'profile.section-opened' }, rejectOnEmpty: true });
    expect(entry.detail).toBe('家庭成员；查看事由：核对亲属任职回避情况');
  });
});
