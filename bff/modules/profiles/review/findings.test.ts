import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Row } from '../../../contract/form-reading/fields.ts';
import { profileEndpoints as profiles } from '../../../contract/profile/endpoints.ts';
import '../../../models.ts';
import { useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import * as made from '../../../test/factories/profiles/profile.ts';
import { profileCalls, profileOf, sectionOf, signedInLawyer } from '../../../test/factories/profiles/profile-calls.ts';
import { changeCalls } from '../../../test/factories/profiles/profile-change-calls.ts';
import { makeFirm } from '../../../test/factories/registry.ts';
import { ownPng } from '../../../test/files.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { Photo } from '../../photos/model.ts';
import { Lawyer } from '../../registry/model.ts';
import { uploadFile } from '../../files/upload-file.ts';
import { profileChangeEndpoints as changes } from '../../../contract/profile-changes/endpoints.ts';
import { lifeOf, workGap } from '../rules/work-gap.ts';

/** What a reviewer is told of a submission besides what its fields say: none of it rejects anything. */

useDatabase();
const api = useApi();
const { own, detail, decide, confirm, submit } = profileCalls(api);
let registrar: string;
let firmId: number;
beforeAll(async () => {
  firmId = (await makeFirm()).id;
  registrar = await staffToken('registrar');
});
const doubtsIn = async (id: number, key: string) =>
  (await detail(registrar, id)).sections.find((one) => one.key === key)?.doubts;
const passTogether = async (id: number) => {
  const { snapshotId } = await detail(registrar, id);
  const { json } = await api.call(profiles.passProfiles, { as: registrar, body: { items: [{ id, snapshotId }] } });
  return (json['items'] as { failure: string }[])[0]?.failure;
};

test('the same file in the profile of another lawyer, on both sides; one’s own twice is none', async () => {
  const bytes = ownPng();
  const shown = async () => {
    const person = await signedInLawyer(firmId);
    await made.fillProfile(person.actor);
    const { token } = await uploadFile({ actor: person.actor, name: '毕业证书.png', bytes });
    await made.saveRows(person.actor, 'documents', [
      { id: 'd1', values: { kind: 'licence', files: [token] } },
      { id: 'd2', values: { kind: 'diploma', files: [token] } },
    ]);
    await confirm(person.as);
    await submit(person.as);
    return { ...person, id: (await profileOf(person.lawyerId)).id };
  };
  const first = await shown();
  expect(await doubtsIn(first.id, 'documents')).toEqual({});
  const second = await shown();
  const words = '有文件与另一位律师提交的完全相同，请核对';
  const both = { 'd1.files': words, 'd2.files': words };
  for (const { id } of [first, second]) expect(await doubtsIn(id, 'documents')).toEqual(both);
  expect(await passTogether(second.id)).toBe('有存疑，请打开后逐项审核');
  // 先算给你看, and what the queue counts.
  expect(sectionOf(await own(second.as), 'documents')?.doubts).toEqual(both);
  expect((await profileOf(second.lawyerId)).doubts).toBe(2);
});

test('what is submitted again as it was rejected says so; changed, it says nothing', async () => {
  const person = await signedInLawyer(firmId);
  const { id } = await made.makeSubmitted(person.lawyerId);
  await decide(registrar, id, { family: '请补充父母的情况' });
  const words = '与曾被驳回的内容相同（审核意见：请补充父母的情况）';
  expect(sectionOf(await own(person.as), 'family')?.doubts).toEqual({ _: words });
  await confirm(person.as);
  await submit(person.as);
  expect([await doubtsIn(id, 'family'), await doubtsIn(id, 'education')]).toEqual([{ _: words }, {}]);
  await api.call(profiles.withdrawProfile, { as: person.as });
  const rows: Row[] = [{ id: 'f1', values: { relation: 'spouse', name: '周若岚', work: 'retired', told: true } }];
  await made.saveRows(person.actor, 'family', rows);
  expect(sectionOf(await own(person.as), 'family')?.doubts).toEqual({});
});

test('what the registry says otherwise since the submission is found, and stands in the profile once it is approved', async () => {
  const person = await signedInLawyer(firmId);
  const { id } = await made.makeSubmitted(person.lawyerId);
  expect(await doubtsIn(id, 'basic')).toEqual({});
  await Lawyer.update({ firstPractisedOn: '2010-05-08' }, { where: { id: person.lawyerId } });
  expect(await doubtsIn(id, 'basic')).toEqual({
    'self.firstPractisedOn': '提交后登记的首次执业日期有变动，通过后以现在登记的为准',
  });
  // Nobody passes it unread, and it stops nobody.
  expect(await passTogether(id)).toBe('有存疑，请打开后逐项审核');
  expect((await decide(registrar, id)).json).toMatchObject({ state: 'approved' });
  expect((await own(person.as)).given['firstPractisedOn']).toBe('2010-05-08');
});

test('a change that was rejected and is asked for again says so', async () => {
  const { approvedLawyer, ask, openOf } = changeCalls(api);
  const { as, lawyerId } = await approvedLawyer(registrar, firmId);
  const asked = async () => {
    await ask(as, 'education', { college: '法学院' });
    return openOf(lawyerId, 'education');
  };
  const { id, version } = await asked();
  const body = { version, verdict: 'reject', opinion: '请上传毕业证书', resolved: {} } as const;
  await api.call(changes.decideProfileChange, { as: registrar, params: { id }, body });
  const again = await asked();
  const { json } = await api.call(changes.showProfileChange, { as: registrar, params: { id: again.id } });
  expect(json['findings']).toEqual({ _: '与曾被驳回的内容相同（审核意见：请上传毕业证书）' });
});

test('a photo that staff have yet to compare', async () => {
  const person = await signedInLawyer(firmId);
  const { id } = await made.makeSubmitted(person.lawyerId);
  expect(await doubtsIn(id, 'basic')).toEqual({});
  await Photo.update({ way: 'manual' }, { where: { lawyerId: person.lawyerId } });
  expect(await doubtsIn(id, 'basic')).toEqual({ 'self.photo': expect.stringContaining('人工核验') });
});

describe('work gaps', () => {
  const today = '2026-11-29';
  const study = { id: 'e', values: { startedOn: '2002-09-01', endedOn: '2006-06-30' } };
  const firm = { fromOn: '2010-05-06', untilOn: null };
  const gap = (work: Record<string, string>[], periods = [firm], education: Row[] = [study]) => {
    const life = lifeOf({ education, work: work.map((values, at) => ({ id: `w${at}`, values })), periods });
    return workGap({ rows: [], values: {}, documents: [], birthOn: null, today, life }).map(({ words }) => words);
  };
  const NOTHING = '没有学习、工作或执业经历，请补充；确无经历的，可添加“待业”';

  test('of more than three months after the first diploma are named, by months', () => {
    expect(gap([])).toEqual([`2006.07至2010.05${NOTHING}`]);
    expect(gap([{ fromOn: '2006-09-30', untilOn: '2010-02-06' }])).toEqual([]);
    // A day more, and it is one; at both ends.
    expect(gap([{ fromOn: '2006-10-01', untilOn: '2010-02-05' }])).toEqual([
      `2006.07至2006.09、2010.02至2010.05${NOTHING}`,
    ]);
  });
  test('study, overlapping work and what lasts until now fill them; before the first diploma nothing is asked', () => {
    const master = { id: 'm', values: { startedOn: '2006-09-01', endedOn: '2009-06-30' } };
    expect(gap([{ fromOn: '2009-07-01', untilOn: '2010-05-05' }], [firm], [study, master])).toEqual([]);
    expect(gap([{ fromOn: '2006-07-01', untilOn: 'present' }], [])).toEqual([]);
    expect(gap([], [{ fromOn: '2006-07-01', untilOn: '2026-07-31' as never }])).toEqual([`2026.08至2026.11${NOTHING}`]);
    expect(gap([], [], [])).toEqual([]);
  });
  test('many are not named one by one', () => {
    const years = [2008, 2010, 2012, 2014].map((year) => ({ fromOn: `${year}-01-01`, untilOn: `${year}-12-31` }));
    expect(gap(years, [])[0]).toMatch(/^2006\.07至2007\.12、2009\.01至2009\.12、2011\.01至2011\.12等5段没有/);
  });
});
