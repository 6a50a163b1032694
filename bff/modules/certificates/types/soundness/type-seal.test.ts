import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { database, transaction } from '../../../../platform/db/database.ts';
import { storage } from '../../../../platform/storage/storage.ts';
import { approve, certificateOf, issue, publishAgreed, submit } from '../../../../test/factories/certificate.ts';
import { makeFirm, memberActor } from '../../../../test/factories/registry.ts';
import { useOffice } from '../../../../test/office.ts';
import type { MemberActor } from '../../../../actor.ts';
import { AuditEntry } from '../../../audit/model.ts';
import { Application, Certificate, CertificateType, CertificateWording } from '../../model.ts';
import { previewWaiting } from '../../applying/preview-application.ts';
import { checkTypes } from './expect-sound.ts';
import { currentWording } from '../find-type.ts';
import { sealTypesOfBefore } from './seal-types.ts';
import { showSample } from '../show-sample.ts';
import { isSealed } from './type-seal.ts';

/** What somebody does who can write rows: a letter would say what he likes, or be asked nothing. */

useOffice();
const FREE = { type: 'firm-other', since: undefined, freeText: '本所现有合伙人9名。' } as const;
let actor: MemberActor;
const typeOf = (code: string) => CertificateType.findOne({ where: { code }, rejectOnEmpty: true });
const sql = (statement: string, ...values: unknown[]) => database.sequelize.query(statement, { replacements: values });
let rows: { types: CertificateType[]; wordings: CertificateWording[] };
beforeEach(async () => {
  actor = await memberActor({ firmId: (await makeFirm()).id });
  rows = { types: await CertificateType.findAll(), wordings: await CertificateWording.findAll() };
});
afterEach(async () => {
  for (const type of rows.types) await CertificateType.upsert(type.get());
  await CertificateWording.destroy({ where: { createdBy: '某某' } });
  for (const wording of rows.wordings) await CertificateWording.upsert(wording.get());
});

const EDITS: [string, () => Promise<unknown>, string][] = [
  [
    'the wording in force',
    async () =>
      sql('UPDATE certificate_wordings SET body = ? WHERE id = ?', '{{firm}}资信优良。', (await wordingOf()).id),
    '正文不是经管理员发布的',
  ],
  [
    'a wording above it',
    async () => {
      const { typeId, version } = await wordingOf();
      const wording = { typeId, version: version + 1, body: '{{firm}}资信优良。', rosterTitle: null };
      await CertificateWording.create({ ...wording, createdBy: '某某', createdAt: 0 });
    },
    '正文不是经管理员发布的',
  ],
  [
    'the rules of a type',
    () => sql("UPDATE certificate_types SET rule_set = 'firm-clean-roster' WHERE code = 'firm-clean'"),
    '不是经管理员保存的',
  ],
  [
    'how long its letters hold',
    () => sql("UPDATE certificate_types SET validity_months = 99 WHERE code = 'firm-clean'"),
    '不是经管理员保存的',
  ],
];
const wordingOf = async () => currentWording((await typeOf('firm-clean')).id);

describe('no letter is made after somebody has changed', () => {
  test.each(EDITS)(
    '%s in the database, and it is said in words; what was asked is not lost',
    async (_what, edit, words) => {
      const before = await Certificate.count();
      const owner = await memberActor({ firmId: (await makeFirm({ pendingChange: '更名' })).id });
      const waits = await submit(owner);
      await edit();
      await expect(submit(actor)).rejects.toThrow(words);
      await expect(approve(waits.id)).rejects.toThrow(words);
      // Nor is it shown over the association's name, to members or at the desk; the nightly check names the type.
      await expect(showSample({ actor, code: 'firm-clean' })).rejects.toThrow(words);
      await expect(previewWaiting({ actor: owner, id: waits.id })).rejects.toThrow(words);
      const { label } = await typeOf('firm-clean');
      expect(await checkTypes()).toEqual([{ label, fault: expect.stringContaining(words) }]);
      expect(await Certificate.count()).toBe(before);
      expect(await Application.findByPk(waits.id)).toMatchObject({ state: 'pending' });
    },
  );
});

test('control: what nobody touched is issued', async () => {
  expect((await issue(actor)).issueState).toBe('issued');
  expect(await checkTypes()).toEqual([]);
  expect((await showSample({ actor, code: 'firm-clean' })).length).toBeGreaterThan(0);
  const waits = await submit(actor, FREE);
  expect((await previewWaiting({ actor, id: waits.id })).length).toBeGreaterThan(0);
  await approve(waits.id);
  expect(await certificateOf(waits.id)).toBeTruthy();
});

describe('an installation of before', () => {
  const forget = async () => {
    await AuditEntry.destroy({ where: { targetKind: 'certificate-type' } });
    await storage.delete('audit/types-sealed');
  };
  const isSealedNow = async (code: string) => {
    const { id } = await typeOf(code);
    return transaction((t) => isSealed(id, t));
  };
  test('has its types sealed once; a wording that nobody has published waits for a publication', async () => {
    const { id } = await typeOf('firm-clean');
    await sql(
      'UPDATE certificate_wordings SET body = ?, created_by = ? WHERE type_id = ?',
      '{{firm}}资信优良。',
      '某某',
      id,
    );
    await forget();
    await sealTypesOfBefore();
    expect(await isSealedNow('lawyer-clean')).toBe(true);
    await expect(submit(actor)).rejects.toThrow('正文不是经管理员发布的');
    // Not again, however many lines somebody takes out.
    await AuditEntry.destroy({ where: { targetKind: 'certificate-type' } });
    await sealTypesOfBefore();
    expect(await isSealedNow('lawyer-clean')).toBe(false);
    await forget();
    await CertificateWording.upsert(rows.wordings.find(({ typeId }) => typeId === id)!.get());
    await sealTypesOfBefore();
    expect((await issue(actor)).issueState).toBe('issued');
  });
});

test('an administrator publishes, and letters are made again', async () => {
  const { id } = await typeOf('firm-clean');
  const { version } = await wordingOf();
  const made = { typeId: id, version: version + 1, body: '{{firm}}资信优良。', rosterTitle: null };
  await CertificateWording.create({ ...made, createdBy: '某某', createdAt: 0 });
  await expect(submit(actor)).rejects.toThrow('正文不是经管理员发布的');
  const wording = { body: '兹证明{{firm}}为本会会员。', rosterTitle: '', basedOn: version + 1 };
  await publishAgreed(id, wording);
  expect((await issue(actor)).issueState).toBe('issued');
});
