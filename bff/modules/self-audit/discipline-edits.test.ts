import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import '../../models.ts';
import { database } from '../../platform/db/database.ts';
import { storage } from '../../platform/storage/storage.ts';
import { beginAnotherLog } from '../../test/another-log.ts';
import { approve, issue, submit } from '../../test/factories/certificate.ts';
import { firmWith } from '../../test/factories/matters.ts';
import { makeDiscipline, staffActor } from '../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../test/office.ts';
import type { MemberActor } from '../../actor.ts';
import { chainAudit } from '../audit/chain-audit.ts';
import { AuditChain, AuditEntry } from '../audit/model.ts';
import { Application } from '../certificates/model.ts';
import { checkDiscipline } from '../registry/discipline/discipline-seal.ts';
import { sealDisciplineOfBefore } from '../registry/discipline/seal-discipline.ts';
import { updateDiscipline } from '../registry/discipline/update-discipline.ts';
import { withdrawDiscipline } from '../registry/discipline/withdraw-discipline.ts';
import { DisciplineRecord, type Firm } from '../registry/model.ts';
import { SelfAudit, SelfAuditFault } from './model.ts';
import { startNightlyAudit } from './start-self-audit.ts';

/** What somebody does to 行业处分 who can write to the database, so that a letter says that there is none. */

useOffice();
const registrar = staffActor('registrar');
const sql = (statement: string, values: unknown[] = []) =>
  database.sequelize.query(statement, { replacements: values });
let firm: Firm;
let actor: MemberActor;
let recordId: number;
const input = () => ({
  subjectKind: 'firm' as const,
  subjectId: firm.id,
  kind: 'public_censure' as const,
  state: 'effective' as const,
  documentNo: '江律纪字〔2025〕第2号',
  decidedOn: '2025-03-01',
  effectiveFromOn: '2025-03-10',
  effectiveUntilOn: null,
  remark: '',
});

beforeAll(async () => {
  ({ firm, actor } = await firmWith(1));
  recordId = (await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id })).id;
  await updateDiscipline({ actor: registrar, id: recordId, input: { ...input(), version: 1 } });
  const wrong = await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id });
  await withdrawDiscipline({ actor: registrar, id: wrong.id, version: wrong.version, reason: '对象有误' });
  await chainAudit();
});

let before: { entries: object[]; chains: object[]; records: object[] };
beforeEach(async () => {
  const valuesOf = (rows: { get: () => object }[]) => rows.map((row) => ({ ...row.get() }));
  before = {
    entries: valuesOf(await AuditEntry.findAll()),
    chains: valuesOf(await AuditChain.findAll()),
    records: valuesOf(await DisciplineRecord.findAll()),
  };
});
async function putBack(): Promise<void> {
  await DisciplineRecord.destroy({ where: {} });
  await DisciplineRecord.bulkCreate(before.records as never);
  await AuditEntry.destroy({ where: {} });
  await AuditEntry.bulkCreate(before.entries as never);
  await AuditChain.destroy({ where: {} });
  await AuditChain.bulkCreate(before.chains as never);
  await beginAnotherLog();
  expect(await faults()).toEqual([]);
}

/** The nightly round: what it found, in words. */
async function faults(): Promise<string[]> {
  await startNightlyAudit();
  await doDueWork();
  const round = await SelfAudit.findOne({ order: [['id', 'DESC']], rejectOnEmpty: true });
  expect(round.finishedAt).not.toBeNull();
  return (await SelfAuditFault.findAll({ where: { selfAuditId: round.id }, order: ['id'] })).map(
    ({ detail }) => detail,
  );
}
const UNKEPT = { code: 'wrong_state', message: expect.stringContaining('与操作日志不符') as unknown };

test('control: what staff have entered, changed and withdrawn is as the log has it', async () => {
  expect(await faults()).toEqual([]);
});

test('a record is deleted: the next round says whose, and no letter says meanwhile that there was none', async () => {
  const row = (await DisciplineRecord.findByPk(recordId, { rejectOnEmpty: true })).get();
  await sql('DELETE FROM discipline_records WHERE id = ?', [recordId]);
  expect(await faults()).toEqual([
    `行业处分第${recordId}条，${firm.name}（${firm.licenceNo}）：操作日志中有登记、没有撤销，数据库中没有`,
  ]);
  const count = await Application.count();
  await expect(submit(actor)).rejects.toMatchObject(UNKEPT);
  expect(await Application.count()).toBe(count);
  const waiting = await submit(actor, {
    type: 'firm-other',
    since: undefined,
    freeText: '该所未受到任何行业处分。',
  });
  await expect(approve(waiting.id)).rejects.toMatchObject(UNKEPT);
  // A letter that says nothing of it is none of its business.
  await issue(actor, { type: 'firm-other', since: undefined, freeText: '该所参加第3号公益项目。' });
  await DisciplineRecord.create(row as never);
  expect(await faults()).toEqual([]);
});

test.each([
  ['state', 'dismissed'],
  ['effective_from_on', '2019-01-01'],
  ['decided_on', '2019-01-01'],
  ['effective_until_on', '2025-03-11'],
  ['kind', 'admonition'],
  ['document_no', '江律纪字〔2025〕第3号'],
])('its %s is changed', async (column, value) => {
  await sql(`UPDATE discipline_records SET ${column} = ? WHERE id = ?`, [value, recordId]);
  expect(await faults()).toEqual([expect.stringContaining('数据库中的内容不是最后一次登记的内容')]);
  await putBack();
});

test('it is moved to another member: no letter of either is made', async () => {
  const other = await firmWith(1);
  await sql('UPDATE discipline_records SET firm_id = ? WHERE id = ?', [other.firm.id, recordId]);
  expect(await faults()).toEqual([expect.stringContaining('数据库中的内容不是最后一次登记的内容')]);
  await expect(submit(actor)).rejects.toMatchObject(UNKEPT);
  await putBack();
});

test('one is put there that nobody has entered, or that was withdrawn', async () => {
  const row = (await DisciplineRecord.findByPk(recordId, { rejectOnEmpty: true })).get();
  await DisciplineRecord.create({ ...row, id: 9_001 });
  expect(await faults()).toEqual(['行业处分第9001条（公开谴责）：操作日志中没有登记记录']);
  await sql('DELETE FROM discipline_records WHERE id = ?', [9_001]);
  const { id, version } = await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id });
  const withdrawn = (await DisciplineRecord.findByPk(id, { rejectOnEmpty: true })).get();
  await withdrawDiscipline({ actor: registrar, id, version, reason: '重复登记' });
  await DisciplineRecord.create(withdrawn as never);
  expect(await faults()).toEqual([expect.stringContaining('已撤销登记，数据库中仍有')]);
  await DisciplineRecord.destroy({ where: { id } });
  expect(await faults()).toEqual([]);
});

test('the line of its entry goes with it, or is changed', async () => {
  await sql('DELETE FROM discipline_records WHERE id = ?', [recordId]);
  await sql(`DELETE FROM audit_entries WHERE target_kind = 'discipline' AND target_id = ?`, [recordId]);
  // The chain misses it.
  expect(await faults()).not.toEqual([]);
  await putBack();
  await sql(`UPDATE audit_entries SET action = 'discipline.withdrawn' WHERE action = 'discipline.updated'`);
  await sql('DELETE FROM discipline_records WHERE id = ?', [recordId]);
  expect(await faults()).toContainEqual(expect.stringContaining('操作日志中的记录被改动'));
  await putBack();
});

test('records from before lines witnessed them get theirs once, and those that nobody entered are named', async () => {
  const unseen = await DisciplineRecord.create({
    ...(await DisciplineRecord.findByPk(recordId, { rejectOnEmpty: true })).get(),
    id: 9_999,
  });
  for (const entry of await AuditEntry.findAll({ where: { targetKind: 'discipline' } }))
    await entry.update({ evidence: null });
  const found = () => checkDiscipline(new AbortController().signal);
  expect(await found()).not.toEqual([]);
  await sealDisciplineOfBefore();
  const sealed = await AuditEntry.findAll({ where: { action: 'discipline.sealed' }, order: ['id'] });
  expect(sealed.map(({ targetId, detail }) => [targetId, detail.includes('此前没有登记记录')])).toEqual([
    [recordId, false],
    [unseen.id, true],
  ]);
  // A second start makes up for nothing.
  await sql('DELETE FROM discipline_records WHERE id = ?', [recordId]);
  await sealDisciplineOfBefore();
  expect(await found()).toContainEqual(expect.stringContaining(`第${recordId}条`));
  expect(await AuditEntry.count({ where: { action: 'discipline.sealed' } })).toBe(2);
  await storage.delete('audit/discipline-sealed');
  await putBack();
});
