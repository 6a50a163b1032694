import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { parseNotice } from '../../contract/office-hours/parse-notice.ts';
import { officeHoursEndpoints as hours } from '../../contract/office-hours/endpoints.ts';
import { operationsEndpoints } from '../../contract/operations/endpoints.ts';
import { ticketEndpoints as tickets } from '../../contract/tickets/endpoints.ts';
import type { OwnTicket, TicketDetail, TicketPromises } from '../../contract/tickets/replies.ts';
import { changeEndpoints } from '../../contract/two-person/endpoints.ts';
import '../../models.ts';
import { advanceClock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { newKey } from '../../test/factories/certificate.ts';
import { makeFirm } from '../../test/factories/registry.ts';
import { doDueWork } from '../../test/office.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { installShippedHolidays } from '../office-hours/install-years.ts';
import { scheduleTicketWatch } from './clocks/schedule-ticket-watch.ts';

/** Walks of the desk from one end to the other, as its people take them, on the calendar as it is. */
useDatabase();
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

test('the coming year is unknown in December: a bar, the notice pasted, two people, the bar gone, and promises certain', async () => {
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
