import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  certificateEndpoints,
  type QueueRow,
  type StaffApplicationDetail,
} from '../../../contract/certificates/endpoints.ts';
import { reviewEndpoints, type ReviewStatistics } from '../../../contract/review/endpoints.ts';
import { QueryTypes } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { database } from '../../../platform/db/database.ts';
import { signedIn, useApi } from '../../../test/api.ts';
import { approve, reject, seenOf, submit } from '../../../test/factories/certificate.ts';
import { useOffice } from '../../../test/office.ts';
import { makeDiscipline, makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import type { MemberActor } from '../../../actor.ts';
import { Account } from '../../accounts/model.ts';
import { AuditEntry } from '../../audit/model.ts';
import { Application, Certificate } from '../model.ts';

useOffice();
const api = useApi();
let first: string;
let second: string;
let member: MemberActor;
beforeAll(async () => {
  [first, second] = [await reviewer('韩立群'), await reviewer('温书宁')];
  member = await memberActor({ firmId: (await makeFirm()).id });
});

async function reviewer(name: string): Promise<string> {
  return signedIn(
    await Account.create({
      kind: 'staff',
      firmId: null,
      lawyerId: null,
      altLogin: null,
      name,
      passwordHash: null,
      login: name,
      isTemporary: false,
      isClosed: false,
      roles: '["reviewer"]',
      lastSignedInAt: null,
      createdAt: clock.now(),
    }),
  );
}
const waiting = () => submit(member, { type: 'firm-other', since: undefined, freeText: '内容' });
const announce = async (as: string, id: number) =>
  (await api.call(reviewEndpoints.announcePresence, { as, params: { id } })).json;
const shown = async (as: string, id: number) =>
  (await api.call(certificateEndpoints.showStaffApplication, { as, params: { id } }))
    .json as unknown as StaffApplicationDetail;

describe('two reviewers', () => {
  test('hear of each other while both look, and no longer when one has gone on', async () => {
    const { id } = await waiting();
    expect(await announce(first, id)).toEqual({ others: [], state: 'pending' });
    expect(await announce(second, id)).toEqual({ others: ['韩立群'], state: 'pending' });
    expect(await announce(first, id)).toEqual({ others: ['温书宁'], state: 'pending' });
    await api.call(reviewEndpoints.endPresence, { as: second, params: { id } });
    expect(await announce(first, id)).toEqual({ others: [], state: 'pending' });
  });

  test('hear that it has been decided', async () => {
    const { id } = await waiting();
    await announce(first, id);
    await approve(id);
    expect(await announce(first, id)).toEqual({ others: [], state: 'decided' });
  });

  test('are not led to the same application', async () => {
    const [a, b, c] = [await waiting(), await waiting(), await waiting()];
    await announce(first, b.id);
    expect((await shown(second, a.id)).nextPendingId).toBe(c.id);
    expect((await shown(first, a.id)).nextPendingId).toBe(b.id);
  });

  test('who decide at the same moment: one does, the other is told who', async () => {
    const { id } = await waiting();
    const body = { verdict: 'approve' as const, seen: await seenOf(id) };
    const decide = (as: string) => api.call(certificateEndpoints.decideApplication, { as, params: { id }, body });
    const both = await Promise.all([decide(first), decide(second)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { decidedBy } = await Application.findByPk(id, { rejectOnEmpty: true });
    const late = both.find(({ status }) => status === 409);
    expect(late?.json.error).toMatchObject({ code: 'already_decided', message: `该申请已由${decidedBy}通过` });
    expect(await Certificate.count({ where: { applicationId: id } })).toBe(1);
  });
});

describe('the filters of the queue', () => {
  const found = async (query: Record<string, string>) => {
    const answer = await api.call(certificateEndpoints.listQueue, { as: first, query: { limit: '500', ...query } });
    return (answer.json['items'] as QueueRow[]).map(({ id }) => id);
  };

  test('by how long it waits', async () => {
    const [fresh, old] = [await waiting(), await waiting()];
    await old.update({ submittedAt: clock.now() - 25 * 3_600_000 });
    expect(await found({ waited: '4h' })).toEqual([old.id]);
    expect(await found({ waited: '1d' })).toEqual([old.id]);
    expect(await found({ waited: '3d' })).toEqual([]);
    await reject(old.id);
    expect(await found({ waited: '1d' })).toEqual([]);
    expect(await found({ state: 'pending' })).toContain(fresh.id);
  });

  test('what one has opened last and not decided is one’s own; whoever opens it next has it', async () => {
    const { id } = await waiting();
    expect(await found({ scope: 'mine' })).not.toContain(id);
    await announce(first, id);
    expect(await found({ scope: 'mine' })).toContain(id);
    await announce(second, id);
    expect(await found({ scope: 'mine' })).not.toContain(id);
    await announce(first, id);
    await approve(id);
    expect(await found({ scope: 'mine' })).not.toContain(id);
  });

  test('what the register contradicts is told apart from what a reviewer can settle', async () => {
    const doubtful = await submit(await memberActor({ firmId: (await makeFirm({ pendingChange: '更名' })).id }));
    const firm = await makeFirm({ pendingChange: '更名' });
    const both = await submit(await memberActor({ firmId: firm.id }));
    expect(await found({ doubts: 'some' })).toEqual(expect.arrayContaining([both.id, doubtful.id]));
    await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id });
    await api.call(certificateEndpoints.lookAgain, { as: first, params: { id: both.id } });
    expect(await found({ doubts: 'contradicted' })).toEqual([both.id]);
    expect(await found({ doubts: 'some' })).toContain(doubtful.id);
    expect(await found({ doubts: 'some' })).not.toContain(both.id);
    const query = { limit: '500', doubts: 'contradicted' };
    const { json } = await api.call(certificateEndpoints.listQueue, { as: first, query });
    expect((json['items'] as QueueRow[])[0]).toMatchObject({ doubts: 1, contradictions: 1, way: 'desk' });
    for (const { id } of [doubtful, both]) await reject(id);
  });

  test('by findings, by type, and by what could not be made', async () => {
    const clean = await waiting();
    const doubtful = await submit(await memberActor({ firmId: (await makeFirm({ pendingChange: '更名' })).id }));
    expect(await found({ doubts: 'some' })).toEqual([doubtful.id]);
    expect(await found({ doubts: 'none' })).toContain(clean.id);
    expect(await found({ doubts: 'none' })).not.toContain(doubtful.id);
    expect(await found({ type: 'firm-clean', state: 'pending' })).toEqual([doubtful.id]);
    await Application.update({ issueState: 'failed' }, { where: { id: clean.id } });
    expect(await found({ issue: 'failed' })).toEqual([clean.id]);
  });
});

describe('statistics', () => {
  const read = async (days: '30' | '90') =>
    (await api.call(reviewEndpoints.showReviewStatistics, { as: first, query: { days } }))
      .json as unknown as ReviewStatistics;
  const backdate = (application: Application, days: number, minutes: number) => {
    const decidedAt = clock.now() - days * 86_400_000;
    return application.update({ decidedAt, submittedAt: decidedAt - minutes * 60_000 });
  };

  test('count what was decided in the window, with exact medians, and why applications went to a person', async () => {
    const before = { 30: await read('30'), 90: await read('90') };
    const decided = [];
    for (const minutes of [10, 20, 90]) {
      const application = await waiting();
      await approve(application.id, { ...staffActor('reviewer'), name: '唯一审核人' });
      decided.push(await backdate(await application.reload(), 40, minutes));
    }
    const automatic = await submit(member);
    const doubtful = await submit(await memberActor({ firmId: (await makeFirm({ pendingChange: '更名' })).id }));
    const [month, quarter] = [await read('30'), await read('90')];
    expect(month.byReviewer.map(({ name }) => name)).not.toContain('唯一审核人');
    expect(quarter.byReviewer.find(({ name }) => name === '唯一审核人')).toEqual({
      name: '唯一审核人',
      decided: 3,
      rejected: 0,
      medianMinutes: 20,
    });
    expect(quarter.decided - before[90].decided).toBe(4);
    expect(quarter.automatic - before[90].automatic).toBe(1);
    expect(month.decided - before[30].decided).toBe(1);
    const reasonsOf = (list: ReviewStatistics, rule: string) =>
      list.reasons.find((reason) => reason.rule === rule)?.applications ?? 0;
    expect(reasonsOf(month, 'no_pending_change') - reasonsOf(before[30], 'no_pending_change')).toBe(1);
    expect(reasonsOf(month, 'manual_type') - reasonsOf(before[30], 'manual_type')).toBe(3);
    expect(month.referred - before[30].referred).toBe(4);
    expect([automatic.reviewMode, doubtful.reviewMode]).toEqual(['automatic', 'manual']);
    const type = quarter.byType.find(({ label }) => label === '律所其他类电子证明');
    expect(type?.manual).toBeGreaterThanOrEqual(3);
  });

  test('read an index alone, never the applications themselves', async () => {
    const where = "WHERE review_mode = 'manual' AND decided_at >= 0";
    // Not prepared: SQLite keeps the snapshot of an EXPLAIN until it is asked again.
    const plan = await database.sequelize.query(
      `EXPLAIN ${database.dialect === 'sqlite' ? 'QUERY PLAN ' : ''}SELECT type_id, decided_by, decided_at - submitted_at FROM applications ${where}`,
      { type: QueryTypes.SELECT },
    );
    expect(JSON.stringify(plan)).toMatch(/COVERING INDEX ix_applications_review_mode|Using where; Using index/);
  });
});

describe('ready opinions', () => {
  const read = async () => (await api.call(reviewEndpoints.showOpinions, { as: first })).json;
  const save = (as: string, opinions: string[], version: unknown) =>
    api.call(reviewEndpoints.updateOpinions, { as, body: { opinions, version } });

  test('are kept by the reviewers; of two who change them the second is told; the log says what', async () => {
    const { version, opinions } = (await read()) as { version: number; opinions: string[] };
    expect(opinions.length).toBeGreaterThan(0);
    const both = await Promise.all([save(first, ['甲'], version), save(second, ['乙'], version)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const after = (await read()) as { version: number; opinions: string[] };
    expect((await save(first, [...after.opinions, '丙'], after.version)).status).toBe(200);
    const [entry] = await AuditEntry.findAll({ where: { target: '常用意见' }, order: [['id', 'DESC']], limit: 1 });
    expect(entry?.detail).toBe('新增“丙”');
  });

  test('an empty or repeated sentence is refused', async () => {
    expect((await save(first, [' '], 0)).json.error?.fields).toEqual({ 'opinions.0': '请填写内容，或删除这一条' });
    expect((await save(first, ['同', '同'], 0)).status).toBe(422);
  });
});

test('an administrator without the role of reviewer may do all of it', async () => {
  const { id } = await waiting();
  expect(await announce(await staffToken('administrator'), id)).toMatchObject({ state: 'pending' });
});
