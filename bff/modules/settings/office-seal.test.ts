import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { storage } from '../../platform/storage/storage.ts';
import { approve, certificateOf, issue, submit } from '../../test/factories/certificate.ts';
import { makeFirm, memberActor, staffActor } from '../../test/factories/registry.ts';
import { useOffice } from '../../test/office.ts';
import type { MemberActor } from '../../actor.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { AuditEntry } from '../audit/model.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { Certificate } from '../certificates/model.ts';
import { Setting } from './model.ts';
import { forgetSettings, OFFICE, readSettings } from './read-settings.ts';
import { sealOfficeOfBefore } from './seal-office.ts';
import { OFFICE_LINE } from './setting-words.ts';
import { updateSettings } from './update-settings.ts';

/** What somebody does who can write rows: letters would say in the association's name what he likes. */

useOffice();
const STOPPED = '不是经管理员保存的';
const administrator = staffActor('administrator');
let actor: MemberActor;
const save = async (more: object) =>
  updateSettings({ actor: administrator, settings: { ...(await readSettings()), ...more } });
const edit = async (more: object) => {
  const value = JSON.stringify({ ...(await readSettings()), ...more });
  await Setting.upsert({ name: OFFICE, value, updatedAt: clock.now() }, { conflictFields: ['name'] });
  forgetSettings();
};

beforeEach(async () => {
  actor = await memberActor({ firmId: (await makeFirm()).id });
});
afterEach(async () => {
  await Setting.destroy({ where: { name: OFFICE } });
  await AuditEntry.destroy({ where: { targetKind: 'settings' } });
  await storage.delete('audit/office-sealed');
  forgetSettings();
});

const EDITS: [string, object][] = [
  ['a purpose', { purposes: ['投标，经审查信用优良'] }],
  ['the name of the association', { association: '江海省律师协会' }],
  ['its name in English', { associationEnglish: 'National Bar' }],
  ['who signs in English', { signatoryEnglish: 'President' }],
  ['the address in English', { addressEnglish: '1 Elsewhere Road' }],
  ['the mailbox to ask at', { certificateEmail: 'someone@elsewhere.example' }],
  ['how to verify', { verifyingEnglish: 'No verification is needed.' }],
  ['the order of rosters', { rosterOrder: 'pinyin' }],
];

test.each(EDITS)('no letter is made after somebody has changed %s in the database', async (_what, more) => {
  const before = await Certificate.count();
  const waits = await submit(await memberActor({ firmId: (await makeFirm({ pendingChange: '更名' })).id }));
  await save({ officeHours: '工作日' });
  await edit(more);
  await expect(submit(actor)).rejects.toThrow(STOPPED);
  await expect(approve(waits.id)).rejects.toThrow(STOPPED);
  expect(await Certificate.count()).toBe(before);
  // An administrator looks, and saves what is right.
  await save({ officeHours: '工作日 9:00–17:00' });
  await approve(waits.id);
  expect(await certificateOf(waits.id)).toBeTruthy();
});

test('control: what is not printed may be written, and what an administrator saves is issued at once', async () => {
  expect((await issue(actor)).issueState).toBe('issued');
  await save({ purposes: ['投标', '上市'] });
  expect((await issue(actor)).issueState).toBe('issued');
  await edit({ copyFeeFen: 100 });
  expect((await issue(actor)).issueState).toBe('issued');
});

test('settings that nobody has ever saved are those of the installation: a row of them stops letters', async () => {
  await edit({ purposes: ['投标，经审查信用优良'] });
  await expect(submit(actor)).rejects.toThrow(STOPPED);
  // Saved without a change they are confirmed, and the log says so.
  await save({});
  const [line] = await AuditEntry.findAll({ where: { targetKind: 'settings' }, order: [['id', 'DESC']], limit: 1 });
  expect(line?.detail).toBe('保存前的设置与操作日志不一致，按本次保存的内容为准');
  expect((await issue(actor)).issueState).toBe('issued');
});

test('a saved row that is gone, and a log that was emptied of it, stop letters too', async () => {
  await save({ purposes: ['投标', '上市'] });
  await Setting.destroy({ where: { name: OFFICE } });
  forgetSettings();
  await expect(submit(actor)).rejects.toThrow(STOPPED);
  await edit({ purposes: ['投标', '上市'] });
  await AuditEntry.destroy({ where: { targetKind: 'settings' } });
  await expect(submit(actor)).rejects.toThrow(STOPPED);
});

test('an installation of before: sealed once, as far as the log knows who set it', async () => {
  const detail = '用途选项：“投标”→“投标”“上市”';
  await transaction((t) => writeAudit({ actor: administrator, ...OFFICE_LINE, detail }, t));
  await edit({ purposes: ['投标', '上市'], associationEnglish: 'National Bar' });
  await sealOfficeOfBefore();
  await expect(submit(actor)).rejects.toThrow(STOPPED);
  // As it was: once it is sealed, it is not sealed again.
  await storage.delete('audit/office-sealed');
  await edit({ associationEnglish: 'Jianghai Lawyers Association' });
  await sealOfficeOfBefore();
  expect((await issue(actor)).issueState).toBe('issued');
  await edit({ purposes: ['投标'] });
  await sealOfficeOfBefore();
  await expect(submit(actor)).rejects.toThrow(STOPPED);
});
