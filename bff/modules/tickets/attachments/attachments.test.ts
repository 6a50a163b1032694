import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { MemberActor } from '../../../actor.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { ticketFileEndpoints as files } from '../../../contract/ticket-files/endpoints.ts';
import { ticketEndpoints as tickets } from '../../../contract/tickets/endpoints.ts';
import type { OwnTicket } from '../../../contract/tickets/replies.ts';
import { env } from '../../../env.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { storage } from '../../../platform/storage/storage.ts';
import { memberToken, useApi, type Answer } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { PDF, PNG } from '../../../test/files.ts';
import { docm, docx } from '../../../test/office-files.ts';
import { doDueWork } from '../../../test/office.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { AuditEntry } from '../../audit/model.ts';
import { bindFiles } from '../../files/bind-files.ts';
import { Upload } from '../../files/model.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import { cancelTicket } from '../asking/cancel-ticket.ts';
import { Ticket, TicketMessage } from '../model.ts';
import { uploadTicketFile } from './upload-ticket-file.ts';

/** scripts/sandbox/clamav/clamd.ts */
interface Clamd {
  address: string;
  readonly verdicts: number;
  close(): Promise<void>;
}
interface Sandbox {
  startClamd(port?: number): Promise<Clamd>;
  infected(): string;
}

useDatabase();
const api = useApi();
let firmId: number;
let actor: MemberActor;
let member: string;
beforeAll(async () => {
  await installShippedHolidays();
});
beforeAll(async () => {
  firmId = (await makeFirm()).id;
  actor = await memberActor({ firmId });
  member = await memberToken({ firmId });
});
afterEach(() => {
  releaseClock();
  delete env.CLAMAV_ADDRESS;
});

async function send(bytes: Buffer, name: string, as = member): Promise<Answer> {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)]), name);
  return api.fetch('/api/me/ticket-files', { method: 'POST', headers: { authorization: `Bearer ${as}` }, body });
}
/** Each test's member has a rate of uploads of their own. */
async function another(): Promise<void> {
  firmId = (await makeFirm()).id;
  actor = await memberActor({ firmId });
  member = await memberToken({ firmId });
}
const upload = async (bytes: Buffer, name: string) => (await uploadTicketFile({ actor, name, bytes })).token;
async function withFile(bytes: Buffer, name: string, more: Parameters<typeof makeTicket>[1] = {}) {
  const token = await upload(bytes, name);
  const ticket = await makeTicket(actor, { attachments: [token], ...more });
  const { id } = await TicketMessage.findOne({ where: { ticketId: ticket.id }, rejectOnEmpty: true });
  return { ticket, token, params: { id, file: token } };
}
const own = async (id: number) =>
  (await api.call(tickets.showOwnTicket, { as: member, params: { id } })).json as unknown as OwnTicket;
const stateOf = async (id: number) => (await own(id)).messages[0]?.attachments[0]?.state;
const read = (params: { id: number; file: string }, as: string) =>
  api.fetch(`/api/staff/ticket-messages/${params.id}/attachments/${params.file}`, {
    headers: { authorization: `Bearer ${as}` },
  });

test('a document is taken and handed out to be saved, whatever it is called; nobody else’s browser opens it', async () => {
  const { params } = await withFile(await docx(), '情况说明.html');
  const answer = await read(params, await staffToken('reviewer'));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment;.*\.docx"?/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test.each([
  ['macros', docm(), '申请.docx', '不支持含宏的文件，请另存为 docx 或 xlsx（不含宏），再上传'],
  ['a program under another name', Buffer.from('MZ program'), '执业证.pdf', /^只能上传 PDF、JPG/],
  ['a page', Buffer.from('<!doctype html><script>'), '执业证.png', /^只能上传 PDF、JPG/],
])('%s is refused in words', async (_what, bytes, name, words) => {
  const { status, json } = await send(await bytes, name);
  expect(status).toBe(422);
  expect(json.error?.fields?.['file']).toEqual(expect.stringMatching(words));
});

test('20 MB are taken and a byte more is not; ten a message, 100 MB a ticket, 500 MB undecided', async () => {
  await another();
  const large = Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024 - PDF.length)]);
  const first = await send(large, '卷宗.pdf');
  expect(first.status).toBe(200);
  const over = await send(Buffer.concat([large, Buffer.of(0)]), '卷宗.pdf');
  expect([over.status, over.json.error?.message]).toEqual([413, '单个附件不能超过20 MB，请压缩或拆分后再上传']);
  // Five more as large, of which only the rows count.
  const more = await Promise.all(Array.from({ length: 5 }, (_, n) => upload(PNG, `${n}.png`)));
  await Upload.update({ size: 20 * 1024 * 1024 }, { where: { token: more } });
  const open = (attachments: string[]) =>
    api.call(tickets.openTicket, {
      as: member,
      body: {
        category: 'other',
        title: '卷宗材料',
        body: '按要求提交的全部卷宗材料。',
        attachments,
        idempotencyKey: newKey(),
      },
    });
  const six = await open([first.json['id'] as string, ...more]);
  expect(six.json.error?.fields).toEqual({
    attachments: '一份工单的附件合计不能超过100 MB，请减少附件，或压缩后再上传',
  });
  const eleven = await open(Array.from({ length: 11 }, () => newKey()));
  expect(eleven.json.error?.fields).toEqual({ attachments: '附件最多10份' });
  const five = await open(more);
  expect(five.status).toBe(200);
  await Upload.update({ size: 500 * 1024 * 1024 - PNG.length }, { where: { token: more[0]! } });
  await Upload.update({ size: 0 }, { where: { token: [...more.slice(1), first.json['id'] as string] } });
  expect((await send(PNG, '够.png')).status).toBe(200);
  const full = await send(PNG, '满.png');
  expect([full.status, full.json.error?.message]).toEqual([413, expect.stringContaining('已达500 MB')]);
  // What has been decided no longer counts.
  await cancelTicket({ actor, id: Number(five.json['id']) });
  expect((await send(PNG, '又够.png')).status).toBe(200);
});

test('a document for the desk proves nothing elsewhere', async () => {
  const token = await upload(await docx(), '证明.docx');
  const owner = { kind: 'application', id: 1 };
  const bind = transaction((t) => bindFiles({ accountId: actor.accountId, tokens: [token], owner }, t));
  await expect(bind).rejects.toMatchObject({ code: 'invalid_fields' });
});

test('what lies in the storage is no picture of anybody, and cannot be exchanged', async () => {
  const { token, params } = await withFile(PNG, '身份证.png');
  const other = await withFile(PDF, '另一份.pdf');
  const row = await Upload.findOne({ where: { token }, rejectOnEmpty: true });
  const { storageKey } = await Upload.findOne({ where: { token: other.token }, rejectOnEmpty: true });
  const stored = await storage.get(row.storageKey);
  expect(stored.includes(PNG.subarray(1, 4))).toBe(false);
  expect((await read(params, await staffToken('reviewer'))).status).toBe(200);
  await storage.put(row.storageKey, await storage.get(storageKey));
  expect((await read(params, await staffToken('reviewer'))).status).toBe(500);
});

describe('an identity document', () => {
  const openings = (id: number) =>
    AuditEntry.findAll({ where: { action: 'ticket.identity-opened', targetKind: 'ticket', targetId: id } });

  test('is one by its category or because it was ticked; each opening is written down with who opened it', async () => {
    const token = await upload(PNG, '身份证.png');
    const plain = await upload(PNG, '截图.png');
    const ticked = await makeTicket(actor, { attachments: [token, plain], identityFiles: [token] });
    const shown = (await own(ticked.id)).messages[0]!;
    expect(shown.attachments.map(({ isIdentity }) => isIdentity)).toEqual([true, false]);
    const reviewer = await staffToken('reviewer');
    for (const file of [token, plain, token]) await read({ id: shown.id, file }, reviewer);
    expect((await openings(ticked.id)).map(({ detail }) => detail)).toEqual(['身份证.png', '身份证.png']);
    // A queue that is not theirs: nothing is opened.
    await read({ id: shown.id, file: token }, await staffToken('finance'));
    expect(await openings(ticked.id)).toHaveLength(2);
    const { ticket } = await withFile(PNG, '证件.png', { category: 'name' });
    expect((await own(ticket.id)).messages[0]?.attachments[0]?.isIdentity).toBe(true);
  });

  test('sent by mistake it is withdrawn, gone for everybody; who had seen it stays written down', async () => {
    const { ticket, token, params } = await withFile(PNG, '家人身份证.png', { category: 'name' });
    const registrar = await staffToken('registrar');
    expect((await read(params, registrar)).status).toBe(200);
    const { storageKey } = await Upload.findOne({ where: { token }, rejectOnEmpty: true });
    const stranger = await memberToken({ firmId: (await makeFirm()).id });
    expect((await api.call(files.withdrawTicketFile, { as: stranger, params })).status).toBe(404);
    expect((await api.call(files.withdrawTicketFile, { as: member, params })).status).toBe(200);
    expect(await stateOf(ticket.id)).toBe('withdrawn');
    const late = await read(params, registrar);
    expect([late.status, late.json.error?.message]).toEqual([409, '附件已由提交人撤回']);
    await doDueWork();
    expect(await storage.exists(storageKey)).toBe(false);
    // The job that clears away what was never sent leaves the row.
    freezeClock(clock.now() + 2 * DAY_MS);
    await doDueWork();
    expect(await Upload.count({ where: { token } })).toBe(1);
    const seen = await openings(ticket.id);
    expect(seen).toHaveLength(1);
    const withdrawn = { action: 'ticket.file-withdrawn', targetId: ticket.id } as const;
    expect(await AuditEntry.count({ where: withdrawn })).toBe(1);
  });

  test('once somebody has decided it stays, and it is said why', async () => {
    const { ticket, params } = await withFile(PNG, '证件.png');
    await Ticket.update({ state: 'solved', isOpen: false, solvedAt: clock.now() }, { where: { id: ticket.id } });
    const refused = await api.call(files.withdrawTicketFile, { as: member, params });
    expect([refused.status, refused.json.error?.message]).toEqual([409, expect.stringMatching(/^工单已办结/)]);
    expect(await stateOf(ticket.id)).toBe('unscanned');
  });
});

describe('with a scanner', () => {
  let clamd: Clamd;
  const start = async (port?: number) => {
    // Scripts lie outside the server's own build.
    const at = new URL('../../../../scripts/sandbox/clamav/clamd.ts', import.meta.url).href;
    const sandbox = (await import(at)) as Sandbox;
    clamd = await sandbox.startClamd(port);
    env.CLAMAV_ADDRESS = clamd.address;
    return sandbox;
  };
  afterEach(() => clamd.close());

  test('a file is handed out once it is clean, and not while the scanner is down', async () => {
    await another();
    freezeClock(clock.now());
    await start();
    const { address } = clamd;
    await clamd.close();
    const { ticket, params } = await withFile(PNG, '截图.png');
    await doDueWork();
    expect(await stateOf(ticket.id)).toBe('checking');
    const early = await read(params, await staffToken('reviewer'));
    expect([early.status, early.json.error?.message]).toEqual([409, expect.stringContaining('正在进行安全检查')]);
    await start(Number(address.split(':')[1]));
    advanceClock(60 * 60_000);
    await doDueWork();
    expect(clamd.verdicts).toBe(1);
    member = await memberToken({ firmId });
    expect(await stateOf(ticket.id)).toBe('ready');
    expect((await read(params, await staffToken('reviewer'))).status).toBe(200);
  });

  test('an infected one is taken away before anybody has it, wherever it was attached', async () => {
    await another();
    const { infected } = await start();
    const bytes = Buffer.concat([PDF, Buffer.from(infected())]);
    const [sent, unsent] = [await withFile(bytes, '合同.pdf'), await upload(bytes, '未发.pdf')];
    await doDueWork();
    expect(await stateOf(sent.ticket.id)).toBe('infected');
    const { status, json } = await read(sent.params, await staffToken('reviewer'));
    expect([status, json.error?.message]).toEqual([409, '附件未通过安全检查，已移除']);
    await expect(makeTicket(actor, { attachments: [unsent] })).rejects.toMatchObject({ code: 'invalid_fields' });
  });
});
