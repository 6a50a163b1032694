import { beforeAll, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import { profileChangeEndpoints as changes } from '../../../contract/profile-changes/endpoints.ts';
import type { AskedChange } from '../../../contract/profile-changes/replies.ts';
import { profileEndpoints as profiles } from '../../../contract/profile/endpoints.ts';
import type { SectionKey } from '../../../contract/profile/profile.ts';
import { database, transaction } from '../../../platform/db/database.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import * as made from '../../../test/factories/profiles/profile.ts';
import { changeCalls } from '../../../test/factories/profiles/profile-change-calls.ts';
import { profileCalls, profileOf, signedInLawyer } from '../../../test/factories/profiles/profile-calls.ts';
import { makeFirm, staffActor } from '../../../test/factories/registry.ts';
import { isFull } from '../../../test/heavy.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { ProfileChange } from '../change-model.ts';
import { ProfileSnapshot } from '../model.ts';
import { lockOwn } from '../policy.ts';
import { applySection } from './apply-section.ts';
import { readInForce } from './in-force.ts';

useDatabase();
const api = useApi();
const { detail, looks } = profileCalls(api);
let firmId: number;
let registrar: string;
beforeAll(async () => {
  firmId = (await makeFirm()).id;
  registrar = await staffToken('registrar');
});

const calls = changeCalls(api);
const { archive, ask, rowsOf, withdraw, openOf } = calls;
const approvedLawyer = () => calls.approvedLawyer(registrar, firmId);
const shown = (id: number) => calls.shown(registrar, id);
const pass = (id: number, version: number, resolved = {}) => calls.pass(registrar, id, version, resolved);

describe('a change', () => {
  test('takes effect at once where it may, waits where it must, and says which is which', async () => {
    const { as, lawyerId } = await approvedLawyer();
    const asked = (await ask(as, 'basic', { mobile: '13900139000', ethnicity: '02' })).json as unknown as AskedChange;
    expect(asked).toMatchObject({ applied: ['手机'], waiting: ['民族'] });
    const whole = await archive(as);
    expect(rowsOf(whole, 'basic')[0]?.values).toMatchObject({ mobile: '13900139000', ethnicity: '01' });
    expect(whole.history).toMatchObject([{ section: 'basic', by: 'member' }]);
    expect(whole.changes).toMatchObject([{ section: 'basic', state: 'waiting', can: { amend: true, withdraw: true } }]);
    // A free field never reaches what is reviewed.
    const { id, version } = await openOf(lawyerId);
    const { before, rows } = await shown(id);
    expect([before, rows].map(([row]) => row?.values['mobile'])).toEqual(['13900139000', '13900139000']);
    expect((await pass(id, version)).json).toMatchObject({ state: 'effective' });
    expect(rowsOf(await archive(as), 'basic')[0]?.values).toMatchObject({ ethnicity: '02' });
    expect((await InboxEntry.findOne({ where: { event: 'profile_changed', memberId: lawyerId } }))?.body).toBe(
      '您提交的信息变更：“基本信息”的变更已生效',
    );
  });

  test('of what the registry holds is refused, and one that is wrong as well', async () => {
    const { as } = await approvedLawyer();
    expect((await ask(as, 'basic', { name: '林之远' })).json.error?.fields).toEqual({ name: '不支持的字段' });
    expect((await ask(as, 'basic', { mobile: '123' })).status).toBe(422);
    expect((await ask(as, 'education', { endedOn: '2001-01-01' })).status).toBe(422);
    expect((await archive(as)).changes).toEqual([]);
  });

  test('is asked for only of what is approved, and against what was seen', async () => {
    const person = await signedInLawyer(firmId);
    expect(await archive(person.as)).toMatchObject({ bar: '信息补全审核通过后才能申请变更', sections: [] });
    await made.makeSubmitted(person.lawyerId);
    expect((await ask(person.as, 'basic', { mobile: '13900139000' })).json.error?.code).toBe('wrong_state');
    const { as } = await approvedLawyer();
    expect((await ask(as, 'basic', { mobile: '13900139000' }, 1)).json.error?.code).toBe('changed_meanwhile');
    const firm = await memberToken({ firmId });
    expect((await api.call(changes.showArchive, { as: firm })).status).toBe(404);
  });

  test('amends the one that waits until a reviewer has looked at it, and may be taken back even then', async () => {
    const { as, lawyerId } = await approvedLawyer();
    await ask(as, 'education', { college: '法学院' });
    await ask(as, 'education', { college: '国际法学院' });
    const change = await openOf(lawyerId);
    expect(await ProfileChange.count({ where: { lawyerId } })).toBe(1);
    expect((await pass(change.id, 1)).json.error?.code).toBe('changed_meanwhile');
    expect((await shown(change.id)).rows[0]?.values['college']).toBe('国际法学院');
    expect((await ask(as, 'education', { college: '民商法学院' })).json.error?.code).toBe('wrong_state');
    expect((await withdraw(as, change.id)).status).toBe(200);
    expect((await pass(change.id, change.version)).json.error?.code).toBe('wrong_state');
    expect(rowsOf(await archive(as), 'education')[0]?.values['college']).toBeUndefined();
  });

  test('that waits until the profile is given back is void', async () => {
    const { as, lawyerId, profileId } = await approvedLawyer();
    await ask(as, 'education', { college: '法学院' });
    const { id, version } = await openOf(lawyerId);
    const body = { version: (await detail(registrar, profileId)).version, reason: '学历证书系他人的，请核对' };
    await api.call(profiles.reopenProfile, { as: registrar, params: { id: profileId }, body });
    expect((await archive(as)).changes).toMatchObject([{ state: 'void', can: { withdraw: false } }]);
    expect((await pass(id, version)).json.error?.code).toBe('wrong_state');
  });
});

describe('what somebody else has changed meanwhile', () => {
  /** As a ticket will: staff put a section into force. */
  async function changedByStaff(lawyerId: number, key: SectionKey, values: object): Promise<void> {
    await transaction(async (t) => {
      const profile = (await lockOwn(lawyerId, t))!;
      const inForce = await readInForce(profile, t);
      const [first, ...others] = inForce.drafts[key]?.rows ?? [];
      const rows = [{ ...first!, values: { ...first!.values, ...values } }, ...others];
      const actor = staffActor('registrar');
      await applySection({ actor, profile, inForce, key, data: { rows, saidNone: false }, changeId: null }, t);
    });
  }

  test('follows where the member left it alone, and is a conflict where both changed it', async () => {
    const { as, lawyerId } = await approvedLawyer();
    await ask(as, 'education', { college: '法学院', major: '民商法学' });
    await changedByStaff(lawyerId, 'education', { school: '临川大学', major: '经济法学' });
    const { id, version } = await openOf(lawyerId);
    expect(await shown(id)).toMatchObject({
      conflicts: ['e1.major'],
      rows: [{ values: { school: '临川大学', college: '法学院', major: '经济法学' } }],
    });
    const silent = await pass(id, version);
    expect(silent.json.error?.fields).toEqual({ 'resolved.e1.major': '这一处两边都改过，请选择保留哪一份' });
    expect((await pass(id, version, { 'e1.major': 'wanted' })).status).toBe(200);
    expect(rowsOf(await archive(as), 'education')[0]?.values).toMatchObject({
      school: '临川大学',
      college: '法学院',
      major: '民商法学',
    });
  });

  test('a withdrawal against a decision: one wins, and what is in force says which', async () => {
    for (let round = 0; round < (isFull ? 500 : 5); round++) {
      const { as, lawyerId } = await approvedLawyer();
      await ask(as, 'education', { college: '法学院' });
      const { id, version } = await openOf(lawyerId);
      const [withdrawn, decided] = await Promise.all([withdraw(as, id), pass(id, version)]);
      const inForce = rowsOf(await archive(as), 'education')[0]?.values['college'];
      expect([withdrawn.status, decided.status, inForce]).toEqual(
        withdrawn.status === 200 ? [200, 409, undefined] : [409, 200, '法学院'],
      );
    }
  });

  test('two reviewers: one puts it into force, once', async () => {
    const { as, lawyerId } = await approvedLawyer();
    await ask(as, 'education', { college: '法学院' });
    const { id, version } = await openOf(lawyerId);
    const both = await Promise.all([pass(id, version), pass(id, version)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await ProfileSnapshot.count({ where: { lawyerId, kind: 'change' } })).toBe(1);
  });
});

/** Everything in the database, jobs, log, letters and inboxes with it. */
async function dump(): Promise<string> {
  const known = await database.sequelize.getQueryInterface().showAllTables();
  const names = known.map((one: unknown) => (typeof one === 'string' ? one : (one as { tableName: string }).tableName));
  const rows = await Promise.all(names.map((table) => database.sequelize.query(`SELECT * FROM ${table}`)));
  return JSON.stringify(rows, (_key, value: unknown) => (Buffer.isBuffer(value) ? value.toString() : value));
}

test('what is sensitive in a change is readable nowhere in the database, and opened with a reason', async () => {
  const CANARY = '秘密姓名周若兰';
  const HOME = '秘密街九十九号';
  const { as, lawyerId } = await approvedLawyer();
  await ask(as, 'family', { name: CANARY });
  // At once, and again in what waits to be reviewed of the same section.
  await ask(as, 'basic', { homeRegion: '440402', homeAddress: HOME, ethnicity: '02' });
  const refused = await ask(as, 'family', { name: CANARY, relation: CANARY, told: '' });
  expect(refused.status).toBe(422);
  const { id } = await openOf(lawyerId, 'family');
  const basic = await openOf(lawyerId, 'basic');
  const answers = JSON.stringify([await shown(id), await shown(basic.id), refused.json]);
  await pass(basic.id, basic.version);
  const dumped = await dump();
  expect([CANARY, HOME].filter((secret) => (dumped + answers).includes(secret))).toEqual([]);
  // The control: what is not sensitive is found in it.
  expect(dumped).toContain('书院街8号');
  const open = (reason: string) =>
    api.call(changes.openProfileChange, { as: registrar, params: { id }, body: { reason } });
  expect((await open('看')).status).toBe(422);
  expect(JSON.stringify((await open('核对亲属任职回避')).json)).toContain(CANARY);
  expect(await looks(as)).toMatchObject([{ what: '家庭成员', reason: '核对亲属任职回避' }]);
  expect((await profileOf(lawyerId)).state).toBe('approved');
});
