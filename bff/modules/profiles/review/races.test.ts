import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ProfileDetail } from '../../../contract/profile/replies.ts';
import { profileEndpoints as profiles } from '../../../contract/profile/endpoints.ts';
import '../../../models.ts';
import { transaction } from '../../../platform/db/database.ts';
import { useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { profileCalls, profileOf, signedInLawyer } from '../../../test/factories/profiles/profile-calls.ts';
import { confirmProfile, makeSubmitted, saveRows } from '../../../test/factories/profiles/profile.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { givePassword, makeFirm, staffActor } from '../../../test/factories/registry.ts';
import { isFull } from '../../../test/heavy.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { takeOverContacts } from '../../registry/contacts/take-over-contacts.ts';
import { Lawyer } from '../../registry/model.ts';
import { ProfileDecision, ProfileSectionRow, ProfileSnapshot } from '../model.ts';
import { submitProfile } from '../submitting/submit-profile.ts';
import { withdrawProfile } from '../submitting/withdraw-profile.ts';

/** 完成审核 against whatever else happens in the same moment: one wins, the other is told, and nothing is half. */

useDatabase();
const api = useApi();
const { own, detail, withdraw, save } = profileCalls(api);
const ROUNDS = isFull ? 500 : 4;
let registrar: string;
let colleague: string;
let firmId: number;
beforeAll(async () => {
  firmId = (await makeFirm()).id;
  registrar = await staffToken('registrar');
  colleague = await staffToken('administrator');
});

type Shown = Pick<ProfileDetail, 'snapshotId' | 'sections'>;
/** Decides what was seen; the one section that is named is rejected. */
function finish(as: string, id: number, { snapshotId, sections }: Shown, rejected = '') {
  const decisions = sections.map(({ key: section }) =>
    section === rejected
      ? { section, verdict: 'reject', opinion: '请补充证明材料' }
      : { section, verdict: 'pass', opinion: '' },
  );
  const body = { snapshotId, decisions };
  return api.call(profiles.decideProfile, { as, params: { id }, body: body as never });
}

/** One that waits, as a reviewer has it on the screen; the next round is of the same lawyer. */
async function waiting() {
  const person = await signedInLawyer(firmId);
  const { id } = await makeSubmitted(person.lawyerId);
  return { ...person, id, shown: await detail(registrar, id) };
}
type Waiting = Awaited<ReturnType<typeof waiting>>;
/** What everybody reads afterwards, held against each other. */
async function expectWhole({ as, id, lawyerId }: Waiting, state: string): Promise<void> {
  const profile = await profileOf(lawyerId);
  const snapshot = await ProfileSnapshot.findByPk(profile.snapshotId ?? 0, { rejectOnEmpty: true });
  const decided = await ProfileDecision.count({ where: { snapshotId: snapshot.id } });
  const open = await ProfileSectionRow.count({ where: { lawyerId, isOpen: true } });
  expect([profile.state, (await own(as)).state]).toEqual([state, state]);
  expect(snapshot.outcome).toBe(state === 'filling' ? 'withdrawn' : state);
  expect(decided).toBe(state === 'filling' ? 0 : 13);
  expect(open).toBe(state === 'approved' ? 0 : 14);
  expect(profile.approvedSnapshotId).toBe(state === 'approved' ? snapshot.id : null);
  const where = { event: 'profile_decided', memberId: lawyerId };
  expect(await InboxEntry.count({ where })).toBe(state === 'filling' ? 0 : 1);
  expect((await detail(registrar, id)).state).toBe(state);
}

describe('within the same moment', () => {
  test('withdrawn and decided', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const one = await waiting();
      const calls = [() => withdraw(one.as), () => finish(registrar, one.id, one.shown)] as const;
      // The two calls start first by turns.
      const [a, b] = round % 2 === 0 ? calls : [calls[1], calls[0]];
      const answers = await Promise.all([a(), b()]);
      const [withdrawn, decided] = round % 2 === 0 ? answers : [answers[1], answers[0]];
      expect([withdrawn.status, decided.status].sort()).toEqual([200, 409]);
      const loser = withdrawn.status === 409 ? withdrawn : decided;
      expect(loser.json.error?.code).toBe(withdrawn.status === 409 ? 'already_decided' : 'wrong_state');
      await expectWhole(one, withdrawn.status === 200 ? 'filling' : 'approved');
    }
  });

  test('two reviewers: one decision stands, whole, and the other is told', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const one = await waiting();
      const [passed, rejected] = await Promise.all([
        finish(registrar, one.id, one.shown),
        finish(colleague, one.id, one.shown, 'education'),
      ]);
      expect([passed.status, rejected.status].sort()).toEqual([200, 409]);
      const loser = passed.status === 409 ? passed : rejected;
      expect(loser.json.error?.code).toBe('already_decided');
      await expectWhole(one, passed.status === 200 ? 'approved' : 'rejected');
    }
  });

  test('a save on its way and a decision: what is approved is what was submitted', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const one = await waiting();
      const { version } = (await own(one.as)).sections.find(({ key }) => key === 'awards')!;
      const rows = [{ id: 'a1', values: { title: `第${round}次` } }];
      const [saved, decided] = await Promise.all([
        save(one.as, 'awards', { version, rows, saidNone: false }),
        finish(registrar, one.id, one.shown),
      ]);
      expect([saved.status, saved.json.error?.code, decided.status]).toEqual([409, 'wrong_state', 200]);
      await expectWhole(one, 'approved');
      const row = await ProfileSectionRow.findOne({ where: { lawyerId: one.lawyerId, section: 'awards' } });
      expect([row?.version, row?.data]).toEqual([version, []]);
    }
  });

  test('a save against the first rejection: kept where the profile is open again, refused where it is not', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const one = await waiting();
      const { version } = (await own(one.as)).sections.find(({ key }) => key === 'awards')!;
      const rows = [{ id: 'a1', values: { title: `第${round}次` } }];
      const [saved, decided] = await Promise.all([
        save(one.as, 'awards', { version, rows, saidNone: false }),
        finish(registrar, one.id, one.shown, 'education'),
      ]);
      expect(decided.status).toBe(200);
      const row = await ProfileSectionRow.findOne({ where: { lawyerId: one.lawyerId, section: 'awards' } });
      expect(row?.version).toBe(saved.status === 200 ? version + 1 : version);
      await expectWhole(one, 'rejected');
    }
  });

  test('staff change the registry while it is decided: theirs stays, and the profile reads it', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const one = await waiting();
      const { lawyerId } = one;
      // An account that nobody has used would wait for a second person.
      await givePassword({ lawyerId }, 'lin-zhi-yuan-2026');
      const phone = `137${String(10_000_000 + round)}`;
      const wanted = { phone };
      const [, decided] = await Promise.all([
        transaction((t) => takeOverContacts({ actor: staffActor('registrar'), lawyerId, wanted }, t)),
        finish(registrar, one.id, one.shown),
      ]);
      expect(decided.status).toBe(200);
      expect((await Lawyer.findByPk(lawyerId, { rejectOnEmpty: true })).phone).toBe(phone);
      await expectWhole(one, 'approved');
    }
  });

  test('submitted again while a colleague decides what was withdrawn: nobody decides what was not seen', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const one = await waiting();
      await withdrawProfile({ actor: one.actor });
      await saveRows(one.actor, 'languages', [{ id: 'l1', values: { language: 'eng', level: '2' } }]);
      await confirmProfile(one.actor);
      const [, decided] = await Promise.all([
        submitProfile({ actor: one.actor, idempotencyKey: newKey() }),
        finish(registrar, one.id, one.shown),
      ]);
      expect(decided.status).toBe(409);
      expect(['wrong_state', 'changed_meanwhile']).toContain(decided.json.error?.code);
      expect((await profileOf(one.lawyerId)).state).toBe('waiting');
    }
  });
});
