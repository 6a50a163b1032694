import { afterEach, beforeAll, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { MemberActor } from '../../../actor.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { ticketEndpoints as tickets } from '../../../contract/tickets/endpoints.ts';
import { REOPEN_DAYS } from '../../../contract/tickets/limits.ts';
import type { OwnTicket } from '../../../contract/tickets/replies.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { storage } from '../../../platform/storage/storage.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeCorrection } from '../../../test/factories/correction.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { PNG } from '../../../test/files.ts';
import { doDueWork } from '../../../test/office.ts';
import { Upload } from '../../files/model.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import type { Firm } from '../../registry/model.ts';
import { addToTicket } from '../asking/add-to-ticket.ts';
import { cancelTicket } from '../asking/cancel-ticket.ts';
import { decideFieldChange } from '../field-changes/decide-field-change.ts';
import { mergeTickets } from '../merging/merge-tickets.ts';
import { unmergeTicket } from '../merging/unmerge-ticket.ts';
import { Ticket } from '../model.ts';
import { expireTicketFiles } from './expire-ticket-files.ts';
import { uploadTicketFile } from './upload-ticket-file.ts';

useDatabase();
const api = useApi();
let firm: Firm;
let actor: MemberActor;
beforeAll(async () => {
  await installShippedHolidays();
  firm = await makeFirm();
  actor = await memberActor({ firmId: firm.id });
});
afterEach(releaseClock);

const upload = async (name: string) => (await uploadTicketFile({ actor, name, bytes: PNG })).token;
async function withFile(name: string) {
  const token = await upload(name);
  return { ticket: await makeTicket(actor, { attachments: [token] }), token };
}
/** A ticket that asks for another value, adopted on its file. */
async function adopted(wanted: string) {
  const token = await upload('执业证.png');
  const { ticketId: id } = await makeCorrection(actor, { wanted, attachments: [token] });
  const { version: subjectVersion } = await firm.reload();
  const seen = { version: 1, subjectVersion, proofs: [token], body: '已核对，登记信息已更正。' };
  await decideFieldChange({ actor: staffActor('registrar'), id, decision: { verdict: 'adopt', ...seen } });
  return { ticket: await Ticket.findByPk(id, { rejectOnEmpty: true }), token };
}
/** Opened again by its member, and merged into an earlier one. */
async function mergeInto(target: Ticket, { id }: Ticket): Promise<void> {
  await addToTicket({ actor, id, input: { body: '请一并寄送新的证明。', attachments: [], idempotencyKey: newKey() } });
  const { version: otherVersion } = await Ticket.findByPk(id, { rejectOnEmpty: true });
  const input = { version: target.version, otherId: id, otherVersion };
  await mergeTickets({ actor: staffActor('registrar'), id: target.id, input });
}

test('files go 180 days after a ticket has ended, and the message says so; what proves an entry of the registry stays', async () => {
  freezeClock(clock.now());
  const earlier = await makeTicket(actor, { category: 'registry' });
  const [proof, merged] = [await adopted('江海市滨江区新岸路1号'), await adopted('江海市滨江区新岸路2号')];
  await mergeInto(earlier, merged.ticket);
  advanceClock(REOPEN_DAYS * DAY_MS);
  await doDueWork();
  const [gone, open] = [await withFile('截图.png'), await withFile('在办.png')];
  for (const { id } of [gone.ticket, earlier]) await cancelTicket({ actor, id });
  const { storageKey } = await Upload.findOne({ where: { token: gone.token }, rejectOnEmpty: true });
  advanceClock(180 * DAY_MS);
  await expireTicketFiles();
  const removed = () =>
    Promise.all(
      [gone, proof, open, merged].map(
        async ({ token }) => (await Upload.findOne({ where: { token }, rejectOnEmpty: true })).removedWhy,
      ),
    );
  expect(await removed()).toEqual([null, null, null, null]);
  advanceClock(1);
  await expireTicketFiles();
  expect(await removed()).toEqual(['expired', null, null, null]);
  const { json } = await api.call(tickets.showOwnTicket, {
    as: await memberToken({ firmId: firm.id }),
    params: { id: gone.ticket.id },
  });
  expect((json as unknown as OwnTicket).messages[0]?.attachments[0]?.state).toBe('expired');
  await doDueWork();
  expect(await storage.exists(storageKey)).toBe(false);
});

test('what proved an entry while it was merged proves it still once the merge is undone', async () => {
  freezeClock(clock.now());
  const { ticketId } = await makeCorrection(actor, {
    wanted: '江海市滨江区新岸路3号',
    attachments: [await upload('申请.png')],
  });
  const { ticket, token } = await withFile('许可证.png');
  await ticket.update({ role: 'registrar', category: 'registry' });
  const root = await Ticket.findByPk(ticketId, { rejectOnEmpty: true });
  const staff = staffActor('registrar');
  const input = { version: root.version, otherId: ticket.id, otherVersion: ticket.version };
  await mergeTickets({ actor: staff, id: ticketId, input });
  await root.reload();
  const { version: subjectVersion } = await firm.reload();
  const seen = { version: root.version, subjectVersion, proofs: [token], body: '已核对，登记信息已更正。' };
  await decideFieldChange({ actor: staff, id: ticketId, decision: { verdict: 'adopt', ...seen } });
  advanceClock(DAY_MS);
  await unmergeTicket({ actor: staff, id: ticket.id });
  const { ticket: other, token: plain } = await withFile('截图.png');
  for (const { id } of [ticket, other]) await cancelTicket({ actor, id });
  advanceClock(180 * DAY_MS + 1);
  await expireTicketFiles();
  const why = async (one: string) => (await Upload.findOne({ where: { token: one }, rejectOnEmpty: true })).removedWhy;
  expect([await why(token), await why(plain)]).toEqual([null, 'expired']);
});
