import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import '../../models.ts';
import { DAY_MS, HOUR_MS } from '../../contract/dates.ts';
import { DATA_LABELS } from '../../contract/rights/tables.ts';
import { rightsEndpoints as rights, type DataDownloads } from '../../contract/rights/endpoints.ts';
import { PERSONAL_DATA, type PersonalData } from '../../personal-data.ts';
import { database } from '../../platform/db/database.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { basicRows, fillProfile, lawyerActor, makeSubmitted, saveRows } from '../../test/factories/profiles/profile.ts';
import { givePassword, makeFirm, makeLawyer } from '../../test/factories/registry.ts';
import { makeTicket } from '../../test/factories/ticket.ts';
import { PNG } from '../../test/files.ts';
import { Account } from '../accounts/model.ts';
import { InboxEntry } from '../notifications/model.ts';
import { Upload } from '../files/model.ts';
import { uploadFile } from '../files/upload-file.ts';
import { ProfileSectionRow, ProfileSnapshot, ProfileView } from '../profiles/model.ts';
import { Lawyer } from '../registry/model.ts';
import { Ticket } from '../tickets/model.ts';
import { PersonalView } from '../views/model.ts';
import { CALLED, calledBy, gatherTables } from './download/gather.ts';
import { columnLabel } from './download/words/read-row.ts';
import { makeDownload, removeDownload } from './download/make-download.ts';
import { takeDownload } from './download/take-download.ts';
import { DataDownload, RetentionRemoval } from './model.ts';
import { sweepPersonalData } from './retention/sweep-personal-data.ts';

useDatabase();
const api = useApi();
const PASSWORD = 'lvzheng2026';

let lawyer: Lawyer;
beforeEach(async () => {
  freezeClock('2026-12-01T10:00:00+08:00');
  lawyer = await makeLawyer({ firmId: (await makeFirm()).id });
  await givePassword({ lawyerId: lawyer.id }, PASSWORD);
});
afterEach(releaseClock);

const token = () => memberToken({ lawyerId: lawyer.id });
const ask = async (password = PASSWORD, parts: 'usual' | 'identity' = 'usual') =>
  api.call(rights.askDataDownload, { as: await token(), body: { password, parts } });
const latest = () =>
  DataDownload.findOne({ where: { lawyerId: lawyer.id }, order: [['id', 'DESC']], rejectOnEmpty: true });

async function made(): Promise<DataDownload> {
  expect((await ask()).status).toBe(200);
  const download = await latest();
  await makeDownload(download.id);
  return download.reload();
}
async function unpacked(stream: Readable): Promise<Map<string, string>> {
  const zip = await buffer(stream);
  const files = new Map<string, string>();
  await new Promise<void>((resolve, reject) => {
    yauzl.fromBuffer(zip, { lazyEntries: true }, (error, archive) => {
      if (error) return reject(error);
      archive.on('entry', (entry: yauzl.Entry) => {
        archive.openReadStream(entry, (fault, content) => {
          if (fault) return reject(fault);
          void buffer(content).then((bytes) => {
            files.set(entry.fileName, bytes.toString('utf8'));
            archive.readEntry();
          }, reject);
        });
      });
      archive.on('end', resolve).on('error', reject);
      archive.readEntry();
    });
  });
  return files;
}

describe('下载我的信息', () => {
  test('holds what the lawyer wrote, what is encrypted opened, and nobody else’s', async () => {
    const actor = await lawyerActor(lawyer.id);
    await fillProfile(actor);
    await makeTicket(actor, { title: '咨询学时' });
    const other = await makeLawyer();
    const stranger = await lawyerActor(other.id);
    await saveRows(stranger, 'basic', basicRows({ homeAddress: '他人的住址1号' }));
    await makeTicket(stranger, { title: '他人的工单' });
    const download = await made();
    const { stream } = await takeDownload({ actor, id: download.id });
    const files = await unpacked(stream);
    const page = files.get('我的信息.html') ?? '';
    expect(page).toContain('梅园路12号3栋502室');
    expect(page).toContain('周若岚');
    expect(page).toContain('咨询学时');
    for (const text of files.values()) expect(text).not.toContain('他人的');
    expect([...files.keys()].filter((name) => name.startsWith('附件/'))).toHaveLength(1);
    // In words of people: what each is called, times of Shanghai, no code.
    expect(page).toContain('<tr><td>执业类别</td><td>执业律师</td></tr>');
    expect(page).toContain('<tr><td>申请时间</td><td>2026-12-01 10:00</td></tr>');
    expect(/<td>[a-z_]+<\/td>/.exec(page)).toBeNull();
    expect(/\b17\d{11}\b/.exec(page)).toBeNull();
    // Secrets stay where they are.
    const { passwordHash } = await Account.findOne({ where: { lawyerId: lawyer.id }, rejectOnEmpty: true });
    expect(passwordHash).toBeTruthy();
    expect(files.get('我的信息.json')).not.toContain(passwordHash);
  });

  test('leaves an identity document out', async () => {
    const actor = await lawyerActor(lawyer.id);
    const { token: licence } = await uploadFile({ actor, name: '执业证.png', bytes: PNG });
    const { token: card } = await uploadFile({ actor, name: '身份证.png', bytes: PNG });
    await saveRows(actor, 'documents', [
      { id: 'd1', values: { kind: 'licence', files: [licence] } },
      { id: 'd2', values: { kind: 'identity', files: [card] } },
    ]);
    const download = await made();
    const names = [...(await unpacked((await takeDownload({ actor, id: download.id })).stream)).keys()];
    expect(names.join()).toContain('执业证.png');
    expect(names.join()).not.toContain('身份证.png');
    // It is asked for apart, a day after the rest, with the password again.
    expect((await ask(PASSWORD, 'identity')).status).toBe(409);
    advanceClock(23 * HOUR_MS);
    expect((await ask(PASSWORD, 'identity')).status).toBe(409);
    advanceClock(HOUR_MS);
    expect((await ask('falsch2026', 'identity')).status).toBe(422);
    expect((await ask(PASSWORD, 'identity')).status).toBe(200);
    const apart = await latest();
    await makeDownload(apart.id);
    const own = [...(await unpacked((await takeDownload({ actor, id: apart.id })).stream)).keys()];
    expect(own).toEqual(['说明.txt', expect.stringContaining('身份证.png')]);
  });

  test('names no colleague of the association, and the firm that asked', async () => {
    const actor = await lawyerActor(lawyer.id);
    await makeTicket(actor, { title: '咨询学时' });
    await Ticket.update({ assigneeName: '温书宁' }, { where: { askerId: lawyer.id, askerKind: 'lawyer' } });
    const look = { lawyerId: lawyer.id, part: 'identity' as const, reason: '核对证件', byId: 1, at: clock.now() };
    await PersonalView.bulkCreate([
      { ...look, byKind: 'staff', byName: '顾清和', byRoles: 'registrar' },
      { ...look, byKind: 'firm', byName: '江海清鸣律师事务所', byRoles: '' },
    ]);
    const { accountId } = actor;
    const { tables } = await gatherTables({ lawyerId: lawyer.id, accountId, name: lawyer.name });
    const words = JSON.stringify(tables);
    expect(words).not.toMatch(/温书宁|顾清和/);
    expect(words).toContain('江海清鸣律师事务所');
  });

  test('is asked for with the password, told about, and made once', async () => {
    const wrong = await ask('falsch2026');
    expect(wrong.status).toBe(422);
    expect(await DataDownload.count({ where: { lawyerId: lawyer.id } })).toBe(0);
    const download = await made();
    await makeDownload(download.id);
    const events = await InboxEntry.findAll({ where: { memberKind: 'lawyer', memberId: lawyer.id }, order: ['id'] });
    expect(events.map(({ event }) => event)).toEqual(['data_asked', 'data_ready']);
  });

  test('three in thirty days, and no second one while one is being made', async () => {
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(409);
    await makeDownload((await latest()).id);
    await made();
    await made();
    expect((await ask()).status).toBe(429);
    advanceClock(31 * DAY_MS);
    expect((await ask()).status).toBe(200);
  });

  test('is gone after 72 hours, and never another account’s', async () => {
    const download = await made();
    const other = await makeLawyer();
    const params = { id: String(download.id) };
    expect(
      (await api.call(rights.takeDataDownload, { as: await memberToken({ lawyerId: other.id }), params })).status,
    ).toBe(404);
    advanceClock(72 * HOUR_MS);
    const actor = await lawyerActor(lawyer.id);
    await expect(takeDownload({ actor, id: download.id })).rejects.toThrow('文件已按期删除');
    const { json } = await api.call(rights.listDataDownloads, { as: await token() });
    expect((json as unknown as DataDownloads).items[0]?.state).toBe('removed');
    await removeDownload(download.id);
    expect(await download.reload()).toMatchObject({ state: 'removed', keySealed: '' });
  });

  test('every table that is given out has a name, and is asked by columns that somebody knows', async () => {
    const given = Object.entries<PersonalData>(PERSONAL_DATA).filter(
      ([, line]) => typeof line !== 'string' && 'by' in line,
    );
    expect(given.map(([table]) => table).filter((table) => DATA_LABELS[table] === undefined)).toEqual([]);
    const { accountId } = await lawyerActor(lawyer.id);
    await expect(gatherTables({ lawyerId: lawyer.id, accountId, name: lawyer.name })).resolves.toBeTruthy();
  });

  test('every column that is given out is called something, or is the program’s own', async () => {
    const unnamed: string[] = [];
    for (const [table, line] of Object.entries<PersonalData>(PERSONAL_DATA)) {
      if (typeof line === 'string' || !('by' in line)) continue;
      const columns = Object.keys(await database.sequelize.getQueryInterface().describeTable(table));
      const given = columns.filter((one) => !(line.leftOut ?? {})[one]);
      const added = given.filter((one) => CALLED[one]).map(calledBy);
      unnamed.push(
        ...[...given, ...added].filter((one) => columnLabel(table, one) === one).map((one) => `${table}.${one}`),
      );
    }
    expect(unnamed).toEqual([]);
    // Control: of a new column nobody has said it.
    expect(columnLabel('lawyers', 'shoe_size')).toBe('shoe_size');
  });
});

describe('what is removed when its time is over', () => {
  const leave = async (on: string) => {
    await Lawyer.update({ status: 'cancelled', cancelledOn: on }, { where: { id: lawyer.id } });
  };
  const sealed = () => ProfileSectionRow.count({ where: { lawyerId: lawyer.id, section: 'family', sealedData: null } });

  test('what is sensitive: a year after the membership, not a day before', async () => {
    await makeSubmitted(lawyer.id);
    await leave('2025-12-01');
    await sweepPersonalData();
    expect(await sealed()).toBe(0);
    advanceClock(DAY_MS);
    await sweepPersonalData();
    expect(await sealed()).toBe(1);
    const [snapshot] = await ProfileSnapshot.findAll({ where: { lawyerId: lawyer.id } });
    expect(snapshot).toMatchObject({ sealedContent: null, sensitiveRemovedAt: clock.now() });
    expect(await RetentionRemoval.findAll({ where: { kind: 'sensitive' } })).toMatchObject([{ onDay: '2026-12-02' }]);
    // Control: who is a member keeps it.
    await Lawyer.update({ status: 'active', cancelledOn: null }, { where: { id: lawyer.id } });
  });

  test('identity documents: on day 181, not on day 180', async () => {
    const actor = await lawyerActor(lawyer.id);
    const { token: card } = await uploadFile({ actor, name: '身份证.png', bytes: PNG });
    await saveRows(actor, 'documents', [{ id: 'd', values: { kind: 'identity', files: [card] } }]);
    const member = await lawyerActor((await makeLawyer()).id);
    const { token: kept } = await uploadFile({ actor: member, name: '身份证.png', bytes: PNG });
    await saveRows(member, 'documents', [{ id: 'd', values: { kind: 'identity', files: [kept] } }]);
    await leave('2026-06-04');
    await sweepPersonalData();
    expect(await Upload.findOne({ where: { token: card } })).toMatchObject({ removedWhy: null });
    advanceClock(DAY_MS);
    await sweepPersonalData();
    expect(await Upload.findOne({ where: { token: card } })).toMatchObject({ removedWhy: 'expired' });
    // Who is a member keeps it.
    expect(await Upload.findOne({ where: { token: kept } })).toMatchObject({ removedWhy: null });
  });

  test('a draft that is not asked for any more: after thirty days', async () => {
    const actor = await lawyerActor(lawyer.id);
    await saveRows(actor, 'basic', basicRows({ politicalStatus: ['01'] }));
    await saveRows(actor, 'party', [{ id: 'self', values: { branch: '江海第一党支部' } }]);
    await saveRows(actor, 'basic', basicRows({ politicalStatus: ['13'] }));
    const kept = async () =>
      (await ProfileSectionRow.findOne({ where: { lawyerId: lawyer.id, section: 'party' }, rejectOnEmpty: true })).data
        .length;
    advanceClock(30 * DAY_MS);
    await sweepPersonalData();
    expect(await kept()).toBe(1);
    advanceClock(DAY_MS);
    await sweepPersonalData();
    expect(await kept()).toBe(0);
  });

  test('who looked at a member’s data, sensitive sections among it: after ten years, not a day before', async () => {
    const by = { reason: '核对证件', byId: 1, byName: '顾清和', byRoles: 'registrar', at: clock.now() };
    const of = { lawyerId: lawyer.id };
    await PersonalView.create({ ...of, ...by, part: 'identity', byKind: 'staff' });
    await ProfileView.create({ ...of, ...by, section: 'family' });
    const kept = async () => [await PersonalView.count({ where: of }), await ProfileView.count({ where: of })];
    advanceClock(3_650 * DAY_MS);
    await sweepPersonalData();
    expect(await kept()).toEqual([1, 1]);
    advanceClock(DAY_MS);
    await sweepPersonalData();
    expect(await kept()).toEqual([0, 0]);
  });
});
