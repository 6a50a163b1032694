import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  certificateEndpoints,
  type ApplicationDetail,
  type StaffApplicationDetail,
} from '../../../contract/certificates/endpoints.ts';
import { reviewEndpoints, type ReviewStatistics } from '../../../contract/review/endpoints.ts';
import type { OwnWordsReply } from '../../../contract/review/replies.ts';
import { memberToken, signedIn, useApi } from '../../../test/api.ts';
import { seenOf, submit } from '../../../test/factories/certificate.ts';
import { useOffice } from '../../../test/office.ts';
import { makeFirm, makeLawyer, makeStaffAccount, memberActor } from '../../../test/factories/registry.ts';
import { AuditEntry } from '../../audit/model.ts';
import { Certificate, type Application } from '../model.ts';
import type { Firm } from '../../registry/model.ts';

useOffice();
const api = useApi();
const WORDS = '已电话核实，变更不影响本证明';
let as: string;
let other: string;
beforeAll(async () => {
  as = await signedIn(await makeStaffAccount('han', 'correct horse 1', ['reviewer']));
  other = await signedIn(await makeStaffAccount('wen', 'correct horse 1', ['reviewer']));
});

/** A firm with a pending change, and lawyers who began after the start of the period. */
let firm: Firm;
let application: Application;
beforeEach(async () => {
  firm = await makeFirm({ pendingChange: '更名' });
  for (const name of ['秦越', '方舟']) await makeLawyer({ firmId: firm.id, name, firstPractisedOn: '2023-05-06' });
  application = await submit(await memberActor({ firmId: firm.id }), { type: 'firm-all-lawyers-clean' });
  expect(application.state).toBe('pending');
});
const ALL = { no_pending_change: WORDS, period_plausible: '两名律师自首次执业之日起证明' };
const decide = async (words: unknown, by = as) =>
  api.call(certificateEndpoints.decideApplication, {
    as: by,
    params: { id: application.id },
    body: { verdict: 'approve', ...(words === undefined ? {} : { words }), seen: await seenOf(application.id) },
  });

describe('a doubt that is overruled needs words', () => {
  test('without them nothing is approved, and every rule that lacks them is named', async () => {
    for (const words of [undefined, {}]) {
      const { status, json } = await decide(words);
      expect(status).toBe(422);
      expect(Object.keys(json.error?.fields ?? {}).sort()).toEqual([
        'words.no_pending_change',
        'words.period_plausible',
      ]);
    }
    const { json } = await decide({ no_pending_change: WORDS });
    expect(Object.keys(json.error?.fields ?? {})).toEqual(['words.period_plausible']);
    expect(json.error?.message).toContain('起始时间合理');
    expect(await Certificate.count({ where: { applicationId: application.id } })).toBe(0);
    expect((await application.reload()).state).toBe('pending');
  });

  test.each(['', '四个字符', '    五 个  ', '。。。。。。', 'x'.repeat(201)])(
    '“%s” is refused at the edge',
    async (words) => {
      const { json } = await decide({ ...ALL, no_pending_change: words });
      expect(Object.keys(json.error?.fields ?? {})).toEqual(['words.no_pending_change']);
    },
  );

  test('a rule that does not exist is refused', async () => {
    expect((await decide({ ...ALL, no_such_rule: WORDS })).status).toBe(422);
  });

  test('they stand in the timeline of staff, a line of the log each, and the member does not read them', async () => {
    const { status, json } = await decide(ALL);
    expect(status).toBe(200);
    const { timeline } = json as unknown as StaffApplicationDetail;
    const notes = timeline.filter(({ event }) => event === 'overruled').map(({ note }) => note);
    expect(notes.sort()).toEqual([`无在办变更：${WORDS}`, '起始时间合理（2项）：两名律师自首次执业之日起证明']);
    expect(timeline.findIndex(({ event }) => event === 'overruled')).toBeLessThan(
      timeline.findIndex(({ event }) => event === 'approved'),
    );
    const lines = await AuditEntry.findAll({
      where: { action: 'application.doubt-overruled', targetId: application.id },
    });
    expect(lines.map(({ detail }) => detail).sort()).toEqual(notes);
    const seen = await api.call(certificateEndpoints.showApplication, {
      as: await memberToken({ firmId: firm.id }),
      params: { id: application.id },
    });
    expect((seen.json as unknown as ApplicationDetail).timeline.map(({ event }) => event)).not.toContain('overruled');
    expect(JSON.stringify(seen.json)).not.toContain(WORDS);
  });

  test('who wrote them is offered them again for that rule, and nobody else is', async () => {
    await decide(ALL);
    const own = (await api.call(reviewEndpoints.listOwnWords, { as })).json as unknown as OwnWordsReply;
    expect(own.words).toContainEqual({ rule: 'no_pending_change', words: WORDS });
    expect(own.words.filter(({ words }) => words === WORDS)).toHaveLength(1);
    expect((await api.call(reviewEndpoints.listOwnWords, { as: other })).json).toEqual({ words: [] });
  });

  test('the statistics say which rules are overruled how often, by whom', async () => {
    const count = async () => {
      const { json } = await api.call(reviewEndpoints.showReviewStatistics, { as, query: { days: '30' } });
      const { overruled } = json as unknown as ReviewStatistics;
      return overruled
        .filter(({ rule }) => rule === 'period_plausible')
        .reduce((sum, { applications }) => sum + applications, 0);
    };
    const before = await count();
    await decide(ALL);
    expect(await count()).toBe(before + 1);
  });
});
