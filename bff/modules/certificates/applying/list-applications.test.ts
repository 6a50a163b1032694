import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { certificateEndpoints as endpoints } from '../../../contract/certificates/endpoints.ts';
import type { OwnApplicationRow, QueueRow } from '../../../contract/certificates/endpoints.ts';
import type { Page } from '../../../contract/endpoint.ts';
import { addDays } from '../../../contract/dates.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { approve, reject, seenOf, submit } from '../../../test/factories/certificate.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import type { MemberActor } from '../../../actor.ts';
import { Application } from '../model.ts';
import { withdrawApplication } from './withdraw-application.ts';

useOffice();
const api = useApi();
afterAll(releaseClock);

// Days to come: the test CA signs nothing that was decided before it was made.
const [FIRST, SECOND, THIRD] = [addDays(clock.today(), 1), addDays(clock.today(), 2), addDays(clock.today(), 3)];

let member = '';
let staff = '';
/** By what became of it. */
const ids: Record<string, number> = {};
beforeAll(async () => {
  const firm = await makeFirm({ name: '江海长风律师事务所' });
  const actor = await memberActor({ firmId: firm.id });
  const on = (instant: string, more: Parameters<typeof submit>[1] = {}) => {
    freezeClock(instant);
    return submit(actor, more);
  };
  const other = { type: 'firm-other', since: undefined, freeText: '内容' };
  ids['issued'] = (await on(`${FIRST}T23:59:59.999+08:00`)).id;
  await doDueWork();
  ids['issuing'] = (await on(`${SECOND}T00:00:00+08:00`)).id;
  ids['pending'] = (await on(`${SECOND}T10:00:00+08:00`, other)).id;
  ids['approved'] = (await on(`${SECOND}T23:59:59.999+08:00`, other)).id;
  await approve(ids['approved']);
  ids['rejected'] = (await on(`${THIRD}T00:00:00+08:00`, other)).id;
  await reject(ids['rejected'], '请补充材料');
  ids['withdrawn'] = (await on(`${THIRD}T00:00:00+08:00`, other)).id;
  await withdrawApplication({ actor, id: ids['withdrawn'] });
  member = await memberToken({ firmId: firm.id });
  staff = await staffToken('reviewer');
  await otherFirms();
});

/** Something of others, at the same time. */
async function otherFirms(): Promise<MemberActor> {
  const actor = await memberActor({ firmId: (await makeFirm({ name: '江海长河律师事务所' })).id });
  await submit(actor);
  return actor;
}

const named = (rows: { id: number }[]) =>
  rows.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id) ?? 'of another');
const own = async (query: Record<string, string> = {}) =>
  (await api.call(endpoints.listApplications, { as: member, query })).json as unknown as Page<OwnApplicationRow>;
const queue = async (query: Record<string, string> = {}) =>
  (await api.call(endpoints.listQueue, { as: staff, query })).json as unknown as Page<QueueRow>;

const NEWEST = ['withdrawn', 'rejected', 'approved', 'pending', 'issuing', 'issued'];

describe('我的证明', () => {
  test.each<[Record<string, string>, string[]]>([
    [{}, NEWEST],
    [{ order: 'oldest' }, [...NEWEST].reverse()],
    [{ state: 'pending' }, ['pending']],
    [{ state: 'withdrawn' }, ['withdrawn']],
    [{ state: 'decided' }, ['rejected', 'approved', 'issuing', 'issued']],
    [{ type: 'firm-clean' }, ['issuing', 'issued']],
    [{ type: 'no-such-type' }, []],
    [{ from: SECOND, to: SECOND }, ['approved', 'pending', 'issuing']],
    [{ to: FIRST }, ['issued']],
    [{ from: THIRD.replace('20', '２０') }, ['withdrawn', 'rejected']],
    [{ from: THIRD, to: FIRST }, []],
    [{ state: 'decided', type: 'firm-other', order: 'oldest' }, ['approved', 'rejected']],
    [{ outcome: 'rejected' }, ['rejected']],
    [{ outcome: 'approved', from: SECOND }, ['approved', 'issuing']],
  ])('%j', async (query, expected) => {
    const page = await own(query);
    expect(named(page.items)).toEqual(expected);
    expect(page).toMatchObject({ total: expected.length, totalIsCapped: false, next: null });
  });

  test.each(['newest', 'oldest'])('page by page, %s first: each once, in order', async (order) => {
    const seen: { id: number }[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<OwnApplicationRow> = await own({ order, limit: '2', ...(cursor !== null && { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(2);
      expect(page.total).toBe(NEWEST.length);
      seen.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    expect(named(seen)).toEqual(order === 'newest' ? NEWEST : [...NEWEST].reverse());
  });

  test('each row says what may be done with it', async () => {
    const { items } = await own();
    const can = Object.fromEntries(items.map((row) => [String(named([row])[0]), row.can] as const));
    const nothing = { withdraw: false, download: false, mail: false };
    expect(can).toEqual({
      issued: { withdraw: false, download: true, mail: true },
      pending: { ...nothing, withdraw: true },
      issuing: nothing,
      approved: nothing,
      rejected: nothing,
      withdrawn: nothing,
    });
  });

  test('the detail agrees with the row', async () => {
    const { items } = await own();
    for (const { lawyerNames: _names, lawyerCount: _count, ...row } of items) {
      const detail = (await api.call(endpoints.showApplication, { as: member, params: { id: row.id } })).json;
      expect(detail).toMatchObject(row as unknown as Record<string, unknown>);
    }
  });

  test('the workbench counts', async () => {
    const { json } = await api.call(endpoints.showWorkbench, { as: member });
    expect(json).toMatchObject({ pending: 1, approved: 3, rejected: 1 });
    expect(named(json['recent'] as { id: number }[])).toEqual(NEWEST.slice(0, 5));
  });
});

describe('the review desk', () => {
  test('sees everybody, and finds by number, by the name, by mode and outcome', async () => {
    expect(named((await queue({ limit: '100' })).items)).toEqual(expect.arrayContaining([...NEWEST, 'of another']));
    const [row] = (await own({ state: 'pending' })).items;
    expect(named((await queue({ search: row!.number })).items)).toEqual(['pending']);
    expect(named((await queue({ search: '江海长风' })).items)).toEqual(NEWEST);
    expect((await queue({ search: '江海长' })).total).toBe(NEWEST.length + 1);
    // Nobody's name begins so: any part of it then.
    expect(named((await queue({ search: '长风' })).items)).toEqual(NEWEST);
    expect(named((await queue({ search: '长风', outcome: 'rejected' })).items)).toEqual(['rejected']);
    expect((await queue({ search: '风长' })).items).toEqual([]);
    expect(named((await queue({ search: '江海长风', outcome: 'rejected' })).items)).toEqual(['rejected']);
    expect(named((await queue({ search: '江海长风', mode: 'automatic' })).items)).toEqual(['issuing', 'issued']);
  });

  test('sees what one member applied for', async () => {
    const firm = String((await Application.findByPk(ids['issued']!, { rejectOnEmpty: true })).applicantId);
    expect(named((await queue({ applicantKind: 'firm', applicantId: firm })).items)).toEqual(NEWEST);
    expect((await queue({ applicantKind: 'lawyer', applicantId: firm })).items).toEqual([]);
  });

  test.each(['%', '_', "'", '\\', '江海%'])('%s is a name like any other, and nobody has it', async (search) => {
    expect((await queue({ search })).items).toEqual([]);
  });

  test('after a decision the next one that waits is offered, the oldest first', async () => {
    const actor = await otherFirms();
    const waiting = [];
    for (let n = 0; n < 3; n++)
      waiting.push(await submit(actor, { type: 'firm-other', since: undefined, freeText: '内容' }));
    const [first, second, third] = waiting.map(({ id }) => id);
    const decide = async (id: number) =>
      api.call(endpoints.decideApplication, {
        as: staff,
        params: { id },
        body: { verdict: 'reject', opinion: '不予出具', seen: await seenOf(id) },
      });
    expect((await decide(first!)).json).toMatchObject({ state: 'decided', outcome: 'rejected', nextPendingId: second });
    // The last one is followed by the oldest of all.
    expect((await decide(third!)).json).toMatchObject({ nextPendingId: ids['pending'] });
  });
});

describe('a decision', () => {
  const seen = 'a'.repeat(64);
  const decide = (body: object) =>
    api.call(endpoints.decideApplication, { as: staff, params: { id: ids['pending']! }, body });
  test.each([
    ['to reject without an opinion', { verdict: 'reject', seen }, 'opinion'],
    ['to reject with a blank opinion', { verdict: 'reject', opinion: ' \n ', seen }, 'opinion'],
    ['with an opinion of 301 characters', { verdict: 'reject', opinion: '无'.repeat(301), seen }, 'opinion'],
    ['that is none', { verdict: 'perhaps' }, 'verdict'],
    ['to approve with an opinion', { verdict: 'approve', opinion: '好', seen }, 'opinion'],
    ['to approve what nobody has seen', { verdict: 'approve' }, 'seen'],
    ['to approve from a list what nobody has seen', { verdict: 'approve_checked' }, 'seen'],
    ['to reject what nobody has seen', { verdict: 'reject', opinion: '不予出具' }, 'seen'],
    ['to return what nobody has seen', { verdict: 'return', reason: '不清', request: '补充' }, 'seen'],
    ['with something else as seen', { verdict: 'approve', seen: '' }, 'seen'],
  ])('%s is refused', async (_what, body, field) => {
    const answer = await decide(body);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.json.error?.fields ?? {})).toEqual([field]);
  });

  test('members see the opinion, and 协会工作人员 instead of a name; staff see who', async () => {
    const params = { id: ids['rejected']! };
    const seen = (await api.call(endpoints.showApplication, { as: member, params })).json;
    expect(seen).toMatchObject({ outcome: 'rejected', opinion: '请补充材料' });
    expect(JSON.stringify(seen)).not.toContain(staffActor('reviewer').name);
    expect(JSON.stringify(seen)).toContain('协会工作人员');
    const full = (await api.call(endpoints.showStaffApplication, { as: staff, params })).json;
    expect(full).toMatchObject({ decidedBy: staffActor('reviewer').name });
  });
});
