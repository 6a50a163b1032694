import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { parseNotice } from '../../contract/office-hours/parse-notice.ts';
import { officeHoursEndpoints as hours } from '../../contract/office-hours/endpoints.ts';
import { operationsEndpoints } from '../../contract/operations/endpoints.ts';
import { ticketEndpoints as tickets } from '../../contract/tickets/endpoints.ts';
import type { OwnTicket, TicketDetail, TicketPromises } from '../../contract/tickets/replies.ts';
import { changeEndpoints } from '../../contract/two-person/endpoints.ts';
import { fieldChangeEndpoints as changes, type FieldChangeReply } from '../../contract/field-changes/endpoints.ts';
import '../../models.ts';
import { advanceClock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { doubtsOf, newKey, submit } from '../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor } from '../../test/factories/registry.ts';
import { PNG } from '../../test/files.ts';
import { doDueWork, useOffice } from '../../test/office.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { AuditEntry } from '../audit/model.ts';
import { uploadFile } from '../files/upload-file.ts';
import { installShippedHolidays } from '../office-hours/install-years.ts';
import { LawyerFirmPeriod } from '../registry/model.ts';
import { scheduleTicketWatch } from './clocks/schedule-ticket-watch.ts';

/** Walks of the desk from one end to the other, as its people take them, on the calendar as it is. */
useOffice();
const api = useApi();
let firmId: number;
beforeAll(async () => {
  await installShippedHolidays();
  firmId = (await makeFirm()).id;
});
afterEach(releaseClock);

const at = (time: string) => freezeClock(`${time.replace(' ', 'T')}:00+08:00`);
const member = () => memberToken({ firmId });
async function open(): Promise<OwnTicket> {
  const body = {
    category: 'certificate',
    title: '纸质证明何时可以领取',
    body: '上周申请的纸质证明，请问何时可以领取？',
    idempotencyKey: newKey(),
  };
  return (await api.call(tickets.openTicket, { as: await member(), body })).json as unknown as OwnTicket;
}
const own = async (id: number) =>
  (await api.call(tickets.showOwnTicket, { as: await member(), params: { id } })).json as unknown as OwnTicket;

test('what is sent before the holidays is begun after them, and the working Saturday counts', async () => {
  at('2026-09-30 17:50');
  const { id, promise } = await open();
  expect(promise).toBe('预计10月8日 10:50 前答复');
  at('2026-10-03 12:00');
  const promises = (await api.call(tickets.showTicketPromises, { as: await member() }))
    .json as unknown as TicketPromises;
  expect(promises.beginsWords).toBe('国庆假期，10月8日 9:00 起处理');
  at('2026-10-08 10:00');
  const as = await staffToken('reviewer');
  const seen = async () => (await api.call(tickets.showTicket, { as, params: { id } })).json as unknown as TicketDetail;
  expect(await seen()).toMatchObject({ leftMinutes: 50, isSoon: false });
  const { version } = await seen();
  const body = { version, body: '已收到，正在为您查询。', next: 'working' };
  expect((await api.call(tickets.answerTicket, { as, params: { id }, body })).status).toBe(200);
  // 410 of 480 open minutes are left from nine o'clock on; the eighth has 420 of them.
  expect((await own(id)).promise).toBe('预计10月9日 9:50 前办结');
  at('2026-10-09 17:00');
  const second = await open();
  expect(second.promise).toBe('预计10月10日 10:00 前答复');
});

test('while nobody knows the year, the office is not said to be closed at an hour at which it may well be open', async () => {
  const begins = async () =>
    ((await api.call(tickets.showTicketPromises, { as: await member() })).json as unknown as TicketPromises)
      .beginsWords;
  at('2027-01-04 10:00');
  expect(await begins()).toBe('');
  at('2027-01-02 10:00');
  expect(await begins()).toBe('现在不在办公时间，下一工作日起处理');
});

test('1: 转所 sent at the end of the last day is adopted after the holidays: firm, history, answer, clock and letters at once', async () => {
  at('2026-09-30 17:50');
  const left = await makeFirm({ name: '江海原来律师事务所' });
  const joined = await makeFirm({ name: '江海新去律师事务所' });
  const lawyer = await makeLawyer({ firmId: left.id });
  const actor = await memberActor({ lawyerId: lawyer.id });
  const asLawyer = () => memberToken({ lawyerId: lawyer.id });
  const token = (await uploadFile({ actor, name: '新执业证.png', bytes: PNG })).token;
  const asked = await api.call(changes.openFieldChange, {
    as: await asLawyer(),
    body: {
      field: 'transfer',
      wanted: `${joined.licenceNo} 2026-09-28`,
      reason: '已转入新的律师事务所，新的执业证见附件。',
      attachments: [token],
      idempotencyKey: newKey(),
    },
  });
  expect(asked.json).toMatchObject({ category: 'transfer', promise: '预计10月8日 10:50 前答复' });
  const id = asked.json['id'] as number;
  at('2026-10-02 09:00');
  const { beginsWords } = (await api.call(tickets.showTicketPromises, { as: await asLawyer() }))
    .json as unknown as TicketPromises;
  expect(beginsWords).toBe('国庆假期，10月8日 9:00 起处理');
  // Until it is decided, a person looks at letters about it.
  expect(doubtsOf(await submit(actor, { type: 'lawyer-clean' }))).toContain('no_pending_change');

  at('2026-10-08 10:00');
  const staff = await staffToken('registrar');
  const seen = (await api.call(tickets.showTicket, { as: staff, params: { id } })).json as unknown as TicketDetail;
  expect(seen).toMatchObject({ leftMinutes: 50 });
  const { change } = (await api.call(changes.showFieldChange, { as: staff, params: { id } }))
    .json as unknown as FieldChangeReply;
  const body = {
    verdict: 'adopt',
    version: seen.version,
    subjectVersion: change!.subjectVersion,
    proofs: change!.proofs.map(({ file }) => file.id),
    body: '已核对新的执业证，执业机构已更正。',
  };
  expect((await api.call(changes.decideFieldChange, { as: staff, params: { id }, body })).status).toBe(200);
  expect((await lawyer.reload()).firmId).toBe(joined.id);
  const periods = await LawyerFirmPeriod.findAll({ where: { lawyerId: lawyer.id }, order: ['fromOn'] });
  expect(periods.map(({ firmId: of, untilOn }) => [of, untilOn])).toEqual([
    [left.id, '2026-09-27'],
    [joined.id, null],
  ]);
  const own = (await api.call(tickets.showOwnTicket, { as: await asLawyer(), params: { id } }))
    .json as unknown as OwnTicket;
  expect(own).toMatchObject({ state: 'solved', promise: '', can: { add: true } });
  expect(own.messages.at(-1)?.body).toBe('已核对新的执业证，执业机构已更正。');
  const [line] = await AuditEntry.findAll({
    where: { action: 'correction.adopted' },
    order: [['id', 'DESC']],
    limit: 1,
  });
  expect(line?.detail).toBe(`工单${seen.number}；依据附件${token.slice(0, 8)}`);
  expect(doubtsOf(await submit(actor, { type: 'lawyer-clean' }))).not.toContain('no_pending_change');
});

test('7: the coming year is unknown in December: a bar, the notice pasted, two people, the bar gone, and promises certain', async () => {
  at('2026-12-31 17:30');
  const [first, second] = [await staffToken('administrator'), await staffToken('administrator')];
  const bar = async () => (await api.call(operationsEndpoints.showWaiting, { as: first })).json['holidays'];
  const { id, promise } = await open();
  expect([await bar(), promise.includes('以届时公布的节假日为准')]).toEqual([1, true]);
  // The clocks are looked at in a year that nobody knows, too.
  await scheduleTicketWatch();

  const pasted = parseNotice(`国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月14日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假，共1天。
六、中秋节：9月15日（周三）放假，共1天。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。10月9日（周六）上班。`);
  const { waiting } = (await api.call(hours.proposeOfficeYear, { as: first, body: pasted! })).json as unknown as {
    waiting: { id: number };
  };
  const confirm = (as: string) => api.call(changeEndpoints.confirmChange, { as, params: { id: waiting.id } });
  expect((await confirm(first)).status).toBe(403);
  expect(await bar()).toBe(1);
  expect((await confirm(second)).status).toBe(200);
  expect(await bar()).toBe(0);
  advanceClock(5_000);
  await doDueWork();
  expect((await own(id)).promise).toBe('预计2027年1月4日 10:30 前答复');
});
