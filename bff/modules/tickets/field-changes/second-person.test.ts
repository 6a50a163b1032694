import { beforeEach, describe, expect, test } from '@jest/globals';
import { fieldChangeEndpoints as endpoints } from '../../../contract/field-changes/endpoints.ts';
import { ticketEndpoints } from '../../../contract/tickets/endpoints.ts';
import { ticketFileEndpoints as files } from '../../../contract/ticket-files/endpoints.ts';
import { changeEndpoints, type ChangeRow, type ChangesReply } from '../../../contract/two-person/endpoints.ts';
import { database, selectUnchecked } from '../../../platform/db/database.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeCorrection } from '../../../test/factories/correction.ts';
import { givePassword, makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { Upload } from '../../files/model.ts';
import type { CorrectionRequest } from '../../registry/corrections/correction-model.ts';
import { decryptIdentity } from '../../registry/facts/identity.ts';
import type { Firm, Lawyer } from '../../registry/model.ts';
import { Ticket, TicketMessage } from '../model.ts';

useOffice();
const api = useApi();
let firm: Firm;
let lawyer: Lawyer;
let [registrar, chief] = ['', ''];
beforeEach(async () => {
  firm = await makeFirm();
  lawyer = await makeLawyer({ firmId: firm.id });
  await givePassword({ lawyerId: lawyer.id }, 'lvzheng2026');
  [registrar, chief] = [await staffToken('registrar'), await staffToken('administrator')];
});

const NEW_NUMBER = '11010519491231002X';
const byLawyer = async (more: Parameters<typeof makeCorrection>[1]) =>
  makeCorrection(await memberActor({ lawyerId: lawyer.id }), more);
const ticketOf = ({ ticketId }: CorrectionRequest) => Ticket.findByPk(ticketId, { rejectOnEmpty: true });
const show = async ({ ticketId: id }: CorrectionRequest) =>
  (await api.call(endpoints.showFieldChange, { as: registrar, params: { id } })).json['change'] as {
    subjectVersion: number;
    proofs: { file: { id: string } }[];
    proposal: { id: number; state: string } | null;
  };
async function propose(request: CorrectionRequest, more: object = {}, as = registrar) {
  const { subjectVersion, proofs } = await show(request);
  const { version } = await ticketOf(request);
  const seen = { version, subjectVersion, proofs: proofs.map(({ file }) => file.id), body: '已核对，登记信息已更正。' };
  return api.call(endpoints.decideFieldChange, {
    as,
    params: { id: request.ticketId },
    body: { verdict: 'adopt', ...seen, ...more },
  });
}
/** What 待确认 shows of a ticket. */
async function waiting({ ticketNumber }: CorrectionRequest): Promise<ChangeRow | undefined> {
  const { items } = (await api.call(changeEndpoints.listChanges, { as: chief })).json as unknown as ChangesReply;
  return items.find(({ target, state }) => state === 'waiting' && target.includes(ticketNumber));
}
const confirm = (id: number, as = chief) => api.call(changeEndpoints.confirmChange, { as, params: { id } });

describe('what nobody changes alone', () => {
  test.each([
    ['name', '林知行', () => lawyer.name],
    ['phone', '19912345678', () => lawyer.phone],
  ] as const)(
    '%s: a proposal that 待确认 shows and another administrator carries out',
    async (field, wanted, value) => {
      const before = value();
      const request = await byLawyer({ field, wanted });
      const proposed = await propose(request);
      expect(proposed.json['change']).toMatchObject({ state: 'open', proposal: { state: 'waiting', by: '陆明章' } });
      await lawyer.reload();
      expect([value(), lawyer.version]).toEqual([before, 1]);
      expect(await ticketOf(request)).toMatchObject({ state: 'working', isOpen: true });
      expect(await TicketMessage.count({ where: { ticketId: request.ticketId } })).toBe(1);
      const change = await waiting(request);
      expect(change?.target).toContain((await ticketOf(request)).number);
      expect((await confirm(change?.id ?? 0, registrar)).status).toBe(403);
      expect((await confirm(change?.id ?? 0)).status).toBe(200);
      await lawyer.reload();
      expect(value()).toBe(wanted);
      expect(await ticketOf(request)).toMatchObject({ state: 'solved' });
      expect((await request.reload()).state).toBe('adopted');
      expect(await show(request)).toMatchObject({ proposal: { state: 'confirmed' } });
    },
  );

  test('an administrator who proposes is not the second one', async () => {
    const request = await byLawyer({ field: 'name', wanted: '林知行' });
    await propose(request, {}, chief);
    const { proposal } = await show(request);
    expect((await confirm(proposal?.id ?? 0)).status).toBe(403);
    expect((await confirm(proposal?.id ?? 0, await staffToken('administrator'))).status).toBe(200);
  });

  test('what the registry refuses is refused at once, and nothing is proposed', async () => {
    const other = await makeLawyer({ identityNumber: NEW_NUMBER });
    const request = await byLawyer({ field: 'identity', wanted: '末位有误，以扫描件为准' });
    expect((await propose(request)).json.error?.fields).toHaveProperty('identityNumber');
    const wrong = await propose(request, { identityKind: 'resident', identityNumber: '110105194912310021' });
    expect(wrong.json.error?.fields).toHaveProperty('identityNumber');
    const taken = await propose(request, { identityKind: 'resident', identityNumber: NEW_NUMBER });
    expect(taken.json.error?.code).toBe('duplicate');
    expect(await waiting(request)).toBeUndefined();
    expect(await ticketOf(request)).toMatchObject({ state: 'waiting', version: 1 });
    await database.sequelize.query('UPDATE lawyers SET identity_index = ? WHERE id = ?', {
      replacements: [`none-${newKey()}`.slice(0, 64), other.id],
    });
  });

  test('a word of the member, or another version of the entry, ends what was proposed on the old ones', async () => {
    const request = await byLawyer({ field: 'name', wanted: '林知行' });
    await propose(request);
    const id = (await show(request)).proposal?.id ?? 0;
    await lawyer.reload();
    await lawyer.update({ version: lawyer.version + 1 });
    expect((await confirm(id)).json.error?.code).toBe('changed_meanwhile');
    await lawyer.update({ version: lawyer.version - 1 });
    await api.call(ticketEndpoints.addToTicket, {
      as: await memberToken({ lawyerId: lawyer.id }),
      params: { id: request.ticketId },
      body: { body: '写错了，应为“林之行”', idempotencyKey: newKey() },
    });
    expect((await confirm(id)).json.error?.code).toBe('changed_meanwhile');
    expect((await lawyer.reload()).name).toBe('林知远');
    // Proposed anew, the old proposal is over.
    await propose(request);
    expect((await show(request)).proposal?.id).not.toBe(id);
    expect((await confirm(id)).json.error?.code).toBe('already_decided');
  });

  test('what it rests on and was taken back, or cannot be opened, is no proof to anybody', async () => {
    const request = await byLawyer({ field: 'name', wanted: '林知行' });
    const [message] = await TicketMessage.findAll({ where: { ticketId: request.ticketId } });
    const proof = await Upload.findOne({ where: { ownerId: message!.id }, rejectOnEmpty: true });
    await proof.update({ scan: 'pending' });
    expect((await propose(request)).json.error?.fields).toHaveProperty('proofs');
    await proof.update({ scan: 'clean' });
    expect((await propose(request)).status).toBe(200);
    const { proposal } = await show(request);
    const as = await memberToken({ lawyerId: lawyer.id });
    const params = { id: message!.id, file: proof.token };
    expect((await api.call(files.withdrawTicketFile, { as, params })).status).toBe(200);
    expect((await confirm(proposal?.id ?? 0)).json.error?.fields).toHaveProperty('proofs');
    expect((await lawyer.reload()).name).toBe('林知远');
  });

  test('cancelled by the member it waits for nobody', async () => {
    const request = await byLawyer({ field: 'name', wanted: '林知行' });
    await propose(request);
    const as = await memberToken({ lawyerId: lawyer.id });
    await api.call(ticketEndpoints.cancelTicket, { as, params: { id: request.ticketId } });
    expect(await waiting(request)).toBeUndefined();
    expect((await show(request)).proposal?.state).toBe('withdrawn');
  });
});

test('a firm that the lawyer has left learns nothing new of the lawyer from what it once asked', async () => {
  const request = await makeCorrection(await memberActor({ firmId: firm.id }), {
    lawyerId: lawyer.id,
    field: 'name',
    wanted: '林知行',
  });
  const as = await memberToken({ firmId: firm.id });
  const read = () => api.call(endpoints.showOwnFieldChange, { as, params: { id: request.ticketId } });
  expect((await read()).json['change']).toMatchObject({ subjectName: '林知远', subjectLicenceNo: lawyer.licenceNo });
  await lawyer.update({ firmId: (await makeFirm()).id, name: '林远知' });
  const after = await read();
  expect(after.json['change']).toMatchObject({ subjectName: '已不在本所的律师', present: '林知远', wanted: '林知行' });
  expect(JSON.stringify(after.json)).not.toMatch(new RegExp(`林远知|${lawyer.licenceNo}`));
});

test('a new identity number stands encrypted in the registry and nowhere else: no log, mail, message or history has it', async () => {
  const request = await byLawyer({ field: 'identity', wanted: '末位有误，以扫描件为准' });
  await propose(request, { identityKind: 'resident', identityNumber: ` ${NEW_NUMBER.toLowerCase()} ` });
  const change = await waiting(request);
  expect(change?.after).toMatch(/^.+ 110\*+002X$/);
  expect((await confirm(change?.id ?? 0)).status).toBe(200);
  expect(decryptIdentity(await lawyer.reload())).toBe(NEW_NUMBER);
  const tables = await database.sequelize.getQueryInterface().showAllTables();
  const held: string[] = [];
  for (const table of tables.map((one) => (typeof one === 'string' ? one : (one as { tableName: string }).tableName))) {
    const rows = await selectUnchecked(`SELECT * FROM ${table}`, []);
    if (JSON.stringify(rows).toUpperCase().includes(NEW_NUMBER)) held.push(table);
  }
  expect(held).toEqual([]);
  expect((await selectUnchecked('SELECT id FROM messages', [])).length).toBeGreaterThan(0);
});
