import { describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { certificateEndpoints } from '../../../contract/certificates/endpoints.ts';
import { useApi } from '../../../test/api.ts';
import { approve, certificateOf, doubtsOf, submit } from '../../../test/factories/certificate.ts';
import { useOffice } from '../../../test/office.ts';
import { makeDiscipline, makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { RACES, runRaces, type Tally } from '../../../test/trouble/registry-races.ts';
import { Lawyer } from '../../registry/model.ts';
import { Application } from '../model.ts';
import { lookAgain } from './look-again.ts';

useOffice();
const api = useApi();

// The control is stale-letter-unlocked.mysql.test.ts: the same races without locks.
describe('a fact that is entered while a letter about it is decided is seen or waits', () => {
  test.each(Object.keys(RACES))(
    '%s',
    async (name) => {
      // Races that always end alike would prove nothing.
      const enough = ({ seen, waited }: Tally) => seen > 0 && waited > 0;
      const tally = await runRaces(RACES[name]!, { least: 40, most: 300, spreadMs: 60, enough });
      expect(tally.stale).toBe(0);
      expect(enough(tally)).toBe(true);
    },
    180_000,
  );
});

describe('a reviewer approves what he has seen, nothing newer', () => {
  async function pendingWithDoubt() {
    const firm = await makeFirm({ pendingChange: '合并' });
    const application = await submit(await memberActor({ firmId: firm.id }));
    expect(doubtsOf(application)).toEqual(['no_pending_change']);
    return { firm, id: application.id };
  }

  test('a record that came up since is shown first, and approved only on a second look', async () => {
    const { firm, id } = await pendingWithDoubt();
    await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id, state: 'open' });
    await expect(approve(id)).rejects.toMatchObject({ code: 'changed_meanwhile' });
    const application = await Application.findByPk(id, { rejectOnEmpty: true });
    expect(application).toMatchObject({ state: 'pending', doubts: 2 });
    expect(doubtsOf(application)).toEqual(['no_pending_change', 'no_discipline']);
    await expect(certificateOf(id)).rejects.toThrow();

    await approve(id);
    expect(await certificateOf(id)).toMatchObject({ issueState: 'issuing' });
  });

  test('a doubt of the same kind that a colleague found in between is not covered by words that were written before', async () => {
    const firm = await makeFirm();
    for (const name of ['甲某', '乙某']) await makeLawyer({ firmId: firm.id, name });
    const [first, second] = await Lawyer.findAll({ where: { firmId: firm.id } });
    await makeDiscipline({ subjectKind: 'lawyer', subjectId: first!.id, state: 'open' });
    const { id } = await submit(await memberActor({ firmId: firm.id }), { type: 'firm-all-lawyers-clean' });
    const reviewer = await staffToken('reviewer');
    const page = async () =>
      (await api.call(certificateEndpoints.showStaffApplication, { as: reviewer, params: { id } })).json;
    const approveOver = async (seen: unknown) => {
      const body = {
        verdict: 'approve' as const,
        words: { no_discipline: '已电话核实，与甲某无关' },
        seen: String(seen),
      };
      return api.call(certificateEndpoints.decideApplication, { as: reviewer, params: { id }, body });
    };
    const { doubtsSeen } = await page();
    await makeDiscipline({ subjectKind: 'lawyer', subjectId: second!.id, state: 'open' });
    await lookAgain({ actor: staffActor('reviewer'), id });

    expect(await approveOver(doubtsSeen)).toMatchObject({
      status: 409,
      json: { error: { code: 'changed_meanwhile' } },
    });
    await expect(certificateOf(id)).rejects.toThrow();
    expect((await approveOver((await page())['doubtsSeen'])).json).toMatchObject({ outcome: 'approved' });
  });

  test('what our own register contradicts is approved by nobody, however often it is looked at', async () => {
    const { firm, id } = await pendingWithDoubt();
    await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id });
    await expect(approve(id)).rejects.toMatchObject({ code: 'changed_meanwhile' });
    for (let n = 0; n < 3; n++) await expect(approve(id)).rejects.toMatchObject({ code: 'wrong_state' });
    const application = await Application.findByPk(id, { rejectOnEmpty: true });
    expect(application).toMatchObject({ state: 'pending', doubts: 2 });
    expect(application.findings.find(({ rule }) => rule === 'no_discipline')?.result).toBe('contradicted');
    await expect(certificateOf(id)).rejects.toThrow();
  });

  test('found before by an earlier version, which knew doubts only: not approved either', async () => {
    const { firm, id } = await pendingWithDoubt();
    await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id });
    await expect(approve(id)).rejects.toMatchObject({ code: 'changed_meanwhile' });
    const application = await Application.findByPk(id, { rejectOnEmpty: true });
    const asBefore = application.findings.map((one) =>
      one.result === 'holds' ? one : { ...one, result: 'doubtful' as const },
    );
    await application.update({ findings: asBefore });
    await expect(approve(id)).rejects.toMatchObject({ code: 'wrong_state' });
  });

  test('the letter tells the facts of the approval, not those of the submission', async () => {
    const { firm, id } = await pendingWithDoubt();
    await firm.update({ address: '江海市滨江区新岸路1号', pendingChange: '' });
    await approve(id);
    const { letter } = await certificateOf(id);
    expect(letter.paragraphs[0]).toContain('江海市滨江区新岸路1号');
  });

  test('approval against a record, over and over: it is approved before, or shown first', async () => {
    const tally = { seen: 0, waited: 0 };
    for (let n = 0; n < 40 || (n < 300 && (tally.seen === 0 || tally.waited === 0)); n++) {
      const { firm, id } = await pendingWithDoubt();
      const headStart = (n % 20) - 10;
      const approving = pause(Math.max(0, -headStart))
        .then(() => approve(id))
        .then(
          () => 'approved',
          (error: { code: string }) => error.code,
        );
      await pause(Math.max(0, headStart));
      await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id });
      const { state } = await Application.findByPk(id, { rejectOnEmpty: true });
      const outcome = await approving;
      expect(['approved', 'changed_meanwhile']).toContain(outcome);
      // Committed after the record, it would be an approval that knows nothing of it.
      if (outcome === 'approved') expect(state).toBe('decided');
      tally[outcome === 'approved' ? 'waited' : 'seen']++;
    }
    expect(tally.seen).toBeGreaterThan(0);
    expect(tally.waited).toBeGreaterThan(0);
  }, 900_000);
});
