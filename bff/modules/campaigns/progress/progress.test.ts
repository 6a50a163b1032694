import { beforeEach, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import { registryEndpoints as registry } from '../../../contract/registry/endpoints.ts';
import { profileEndpoints as profile } from '../../../contract/profile/endpoints.ts';
import type { ProfileViews } from '../../../contract/profile/replies.ts';
import { progressEndpoints as progress, type FirmLawyer } from '../../../contract/profile-progress/endpoints.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import {
  basicRows,
  confirmProfile,
  fillProfile,
  handInPhoto,
  lawyerActor,
  makeSubmitted,
  saveRows,
} from '../../../test/factories/profiles/profile.ts';
import { lawyerData, makeFirm, makeLawyer, staffActor } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { AuditEntry } from '../../audit/model.ts';
import { decideProfile } from '../../profiles/review/decide-profile.ts';
import { Profile, ProfileSnapshot } from '../../profiles/model.ts';
import { submittedSections } from '../../profiles/submitting/changes.ts';
import { withdrawProfile } from '../../profiles/submitting/withdraw-profile.ts';
import type { Firm, Lawyer } from '../../registry/model.ts';
import { updateLawyer } from '../../registry/lawyers/update-lawyer.ts';
import { checkCounts } from './check-counts.ts';
import { listFirmProgress } from './list-firm-progress.ts';
import { ProfileCount, ProfileProgress } from './model.ts';

useDatabase();
const api = useApi();

let firm: Firm;
let lawyer: Lawyer;
beforeEach(async () => {
  firm = await makeFirm();
  lawyer = await makeLawyer({ firmId: firm.id });
});

const listed = async (of = firm.id): Promise<FirmLawyer[]> => {
  const { json } = await api.call(progress.listFirmLawyers, { as: await memberToken({ firmId: of }) });
  return (json as unknown as { items: FirmLawyer[] }).items;
};
const row = async () => (await listed()).find(({ id }) => id === lawyer.id);
const countsOf = async (firmId: number) => {
  const rows = await ProfileCount.findAll({ where: { campaignId: 0, firmId } });
  return Object.fromEntries(rows.filter(({ n }) => n !== 0).map(({ state, n }) => [state, n]));
};
const decide = async (verdict: 'pass' | 'reject') => {
  const { id, snapshotId } = await Profile.findOne({ where: { lawyerId: lawyer.id }, rejectOnEmpty: true });
  const snapshot = await ProfileSnapshot.findByPk(snapshotId ?? 0, { rejectOnEmpty: true });
  const decisions = submittedSections(snapshot).map((section) => ({
    section,
    verdict,
    opinion: verdict === 'pass' ? '' : '请补充这一项的证明材料',
  }));
  await decideProfile({ actor: staffActor('registrar'), id, input: { snapshotId: snapshot.id, decisions } });
};

describe('律师列表', () => {
  test('one figure grows with what is filled in, and says nothing of who rejected what', async () => {
    expect(await row()).toEqual({
      id: lawyer.id,
      name: lawyer.name,
      licenceNo: lawyer.licenceNo,
      category: lawyer.category,
      status: 'active',
      percent: 0,
      isDone: false,
    });
    const actor = await lawyerActor(lawyer.id);
    await saveRows(actor, 'work', []);
    expect(await row()).toMatchObject({ percent: 7, isDone: false });
    await makeSubmitted(lawyer.id);
    const submitted = await row();
    expect(submitted).toMatchObject({ percent: 100, isDone: false });
    await decide('reject');
    // What was rejected looks to the firm as it did the moment before.
    expect(await row()).toEqual(submitted);
    await confirmProfile(actor);
  });

  test('党员信息 changes nothing in the figure', async () => {
    const actor = await lawyerActor(lawyer.id);
    await fillProfile(actor);
    const before = await row();
    await saveRows(actor, 'basic', basicRows({ politicalStatus: ['01'] }));
    expect(await row()).toEqual(before);
  });

  test('approval is done, and stays so while the profile is given back to be mended', async () => {
    await makeSubmitted(lawyer.id);
    await decide('pass');
    expect(await row()).toMatchObject({ percent: 100, isDone: true });
    const { id, version } = await Profile.findOne({ where: { lawyerId: lawyer.id }, rejectOnEmpty: true });
    await api.call(profile.reopenProfile, {
      as: await staffToken('registrar'),
      params: { id: String(id) },
      body: { version, reason: '学历证书有误，请核对' },
    });
    expect(await row()).toMatchObject({ percent: 100, isDone: true });
  });

  test('is the own firm’s alone, found by any part of a name or number, and can be had as Excel', async () => {
    const other = await makeFirm();
    expect(await listed(other.id)).toEqual([]);
    const as = await memberToken({ firmId: firm.id });
    const found = await api.call(progress.listFirmLawyers, { as, query: { search: lawyer.licenceNo.slice(4, 12) } });
    expect((found.json as { total?: number }).total).toBe(1);
    const nobody = await api.call(progress.listFirmLawyers, { as, query: { search: '查无此人' } });
    expect((nobody.json as { total?: number }).total).toBe(0);
    const file = await api.call(progress.exportFirmLawyers, { as });
    expect(file.status).toBe(200);
    expect(await AuditEntry.count({ where: { action: 'list.exported', targetId: firm.id } })).toBe(1);
  });
});

describe('核对证件号', () => {
  const ask = async (identityNumber: string, firmId = firm.id) =>
    api.call(registry.checkIdentity, {
      as: await memberToken({ firmId }),
      params: { id: lawyer.id },
      body: { identityNumber },
    });

  test('answers 一致 or 不一致 three times a day; the lawyer reads each, by whom', async () => {
    const data = lawyerData({});
    const own = await makeLawyer({ firmId: firm.id, identityNumber: data.identityNumber });
    lawyer = own;
    expect((await ask('110101199003070396')).json).toEqual({ matches: false, left: 2 });
    expect((await ask(` ${data.identityNumber!.toLowerCase()} `)).json).toEqual({ matches: true, left: 1 });
    expect((await ask('110101199003070396')).status).toBe(200);
    const refused = await ask(data.identityNumber!);
    expect(refused.status).toBe(429);
    expect(refused.json).not.toHaveProperty('matches');
    const seen = await api.call(profile.listProfileViews, { as: await memberToken({ lawyerId: own.id }) });
    const { items } = seen.json as unknown as ProfileViews;
    expect(items.map(({ what, by }) => [what, by])).toEqual(Array(3).fill(['核对证件号码', firm.name]));
    const lines = await AuditEntry.findAll({ where: { action: 'lawyer.identity-checked', targetId: own.id } });
    expect(lines).toHaveLength(3);
    expect(JSON.stringify(lines)).not.toContain(data.identityNumber);
  });

  test('is refused to every other firm, which does not even use up a try', async () => {
    const other = await makeFirm();
    expect((await ask('110101199003070396', other.id)).status).toBe(404);
    expect((await ask('110101199003070396')).json).toMatchObject({ left: 2 });
    expect((await ask('不是号码')).status).toBe(422);
  });
});

describe('counters', () => {
  test('follow a profile from state to state', async () => {
    const total = await countsOf(-1);
    expect(await countsOf(firm.id)).toEqual({ untouched: 1 });
    await makeSubmitted(lawyer.id);
    expect(await countsOf(firm.id)).toEqual({ waiting: 1 });
    await withdrawProfile({ actor: await lawyerActor(lawyer.id) });
    expect(await countsOf(firm.id)).toEqual({ filling: 1 });
    await makeSubmitted(lawyer.id);
    await decide('reject');
    expect(await countsOf(firm.id)).toEqual({ rejected: 1 });
    await makeSubmitted(lawyer.id);
    await decide('pass');
    expect(await countsOf(firm.id)).toEqual({ approved: 1 });
    const now = await countsOf(-1);
    expect(now['approved']).toBe((total['approved'] ?? 0) + 1);
    expect(now['untouched']).toBe((total['untouched'] ?? 0) - 1);
    expect(await checkCounts()).toBe(0);
  });

  test('follow a lawyer to another firm, and out of the association', async () => {
    await saveRows(await lawyerActor(lawyer.id), 'work', []);
    const next = await makeFirm();
    const move = async (more: object) => {
      await lawyer.reload();
      await updateLawyer({
        actor: staffActor('registrar'),
        id: lawyer.id,
        input: { ...lawyerData({}), ...plain(lawyer), version: lawyer.version, ...more } as never,
      });
    };
    await move({ firmId: next.id });
    expect(await countsOf(firm.id)).toEqual({});
    expect(await countsOf(next.id)).toEqual({ filling: 1 });
    await move({ firmId: null, status: 'cancelled' });
    expect(await countsOf(next.id)).toEqual({});
    expect(await checkCounts()).toBe(0);
  });

  test('are put right at night where somebody wrote past the acts, and the log says so', async () => {
    await ProfileProgress.update({ state: 'approved' }, { where: { lawyerId: lawyer.id } });
    await ProfileCount.update({ n: 40 }, { where: { campaignId: 0, firmId: firm.id, state: 'untouched' } });
    expect(await checkCounts()).toBeGreaterThan(0);
    expect(await countsOf(firm.id)).toEqual({ untouched: 1 });
    expect(await AuditEntry.count({ where: { action: 'profile.counts-repaired' } })).toBe(1);
    expect(await checkCounts()).toBe(0);
  });

  test('are shown to staff by firm, found by its name', async () => {
    await handInPhoto(lawyer.id);
    const page = await listFirmProgress({ search: firm.name });
    expect(page.items).toMatchObject([{ id: firm.id, name: firm.name, untouched: 1, approved: 0 }]);
    const as = await staffToken('registrar');
    const { json } = await api.call(progress.showAllProgress, { as });
    expect((json as { untouched?: number }).untouched).toBeGreaterThan(0);
  });
});

/** What the form of a lawyer sends of one that is registered. */
const plain = ({
  name,
  sex,
  licenceNo,
  identityKind,
  category,
  joinedOn,
  firstPractisedOn,
  status,
  firmId,
}: Lawyer) => ({
  name,
  sex,
  licenceNo,
  identityKind,
  category,
  joinedOn,
  firstPractisedOn,
  status,
  firmId,
  identityNumber: undefined,
});
