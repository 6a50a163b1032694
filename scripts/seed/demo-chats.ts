import { randomUUID } from 'node:crypto';
import { DAY_MS, startOfShanghaiDay, toShanghaiDate } from '../../bff/contract/dates.ts';
import { askFacts } from '../../bff/modules/chat/desk/ask-facts.ts';
import { acceptChat, handOverChat } from '../../bff/modules/chat/desk/hand-over.ts';
import { takeChat } from '../../bff/modules/chat/desk/take-chat.ts';
import { writeNote } from '../../bff/modules/chat/desk/show-chat.ts';
import { touchDesk } from '../../bff/modules/chat/live/touch.ts';
import { Chat, ChatDesk } from '../../bff/modules/chat/model.ts';
import { rateChat } from '../../bff/modules/chat/ratings/rate-chat.ts';
import { endChat, endOwnChat } from '../../bff/modules/chat/talk/close-chat.ts';
import { answerFacts } from '../../bff/modules/chat/talk/facts.ts';
import { turnIntoTicket } from '../../bff/modules/chat/talk/into-ticket.ts';
import { sendMessage } from '../../bff/modules/chat/talk/send-message.ts';
import { startChat } from '../../bff/modules/chat/talk/start-chat.ts';
import { FaqEntry } from '../../bff/modules/faq/model.ts';
import { setPresence } from '../../bff/modules/tickets/duty/set-duty.ts';
import type { MemberActor, StaffActor } from '../../bff/actor.ts';
import { hoursOn } from '../../bff/modules/office-hours/calendar.ts';
import { readCalendar } from '../../bff/modules/office-hours/read-calendar.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../bff/platform/clock/clock.ts';
import { memberOf, staffOf } from './demo-actors.ts';

const say = (actor: MemberActor | StaffActor, id: number, text: string) =>
  sendMessage({ actor, id, input: { kind: 'text', clientId: randomUUID(), text } });

/** Talks that are over, one of them gone on as a ticket, one confirmed, handed over and badly thought of, on the last working days. Tickets with their duties and 常见问题 come before. */
export async function seedDemoChats(): Promise<void> {
  if ((await Chat.count()) > 0) return;
  const desk = await staffOf('service');
  const lead = await staffOf('admin');
  const lawyer = await memberOf('14499201210100017');
  const other = await memberOf('14499201511100034');
  const moving = await FaqEntry.findOne({ where: { shippedAs: 'transfer' }, rejectOnEmpty: true });
  const days = await workingDays(3);
  try {
    await at(days[2], desk);
    const first = await begin(lawyer, desk, '新证什么时候生效');
    await say(lawyer, first, '转所后拿到新的执业证了，系统里还是原来的所，什么时候会变？');
    await say(desk, first, '您好，请在“我的工单”提交“执业机构变更”，附新证扫描件，核对后当日更正。');
    await sendMessage({ actor: desk, id: first, input: { kind: 'faq', clientId: randomUUID(), faq: moving.id } });
    await say(lawyer, first, '好的，谢谢');
    await endOwnChat({ actor: lawyer, id: first });
    await rateChat({ actor: lawyer, id: first, input: { rating: 'good', words: '' } });
    await at(days[1], desk);
    const second = await begin(other, desk, '');
    await say(other, second, '年度考核的学时少了一次培训');
    await say(desk, second, '请问是哪一次？我先为您转成工单，由活动的同事核对。');
    await writeNote({ actor: desk, id: second, body: '签到记录里有，可能是分组选错' });
    await turnIntoTicket({ actor: desk, id: second, category: 'activity', title: '年度考核的学时少了一次培训' });
    await at(days[0], desk);
    const third = await begin(lawyer, desk, '证明寄到哪里了');
    await confirmFacts({ member: lawyer, desk, id: third });
    await say(desk, third, '您好，纸质证明昨天已寄出，单号在申请详情里。');
    await say(lawyer, third, '地址写错了一个字，能拦回来吗？');
    await handOver({ from: desk, to: lead, id: third });
    await say(lead, third, '已联系快递公司改址，请留意短信。');
    await endChat({ actor: lead, id: third });
    await rateChat({ actor: lawyer, id: third, input: { rating: 'bad', words: '问了两次才找到能办的人' } });
  } finally {
    releaseClock();
    await setPresence({ actor: lead, accountId: lead.accountId, isPresent: false });
    // Nobody sits there now.
    await ChatDesk.destroy({ where: {} });
  }
}

/** The member says that what is registered is right. */
async function confirmFacts({
  member,
  desk,
  id,
}: {
  member: MemberActor;
  desk: StaffActor;
  id: number;
}): Promise<void> {
  await askFacts({ actor: desk, id, fields: ['name', 'licenceNo', 'phone'] });
  const { lastSeq } = await Chat.findByPk(id, { rejectOnEmpty: true });
  await answerFacts({ actor: member, id, input: { answer: 'right', seq: Number(lastSeq) } });
}

/** One colleague hands a talk over, with a word, and the other accepts it. */
async function handOver({ from, to, id }: { from: StaffActor; to: StaffActor; id: number }): Promise<void> {
  await setPresence({ actor: to, accountId: to.accountId, isPresent: true });
  await touchDesk(to.accountId);
  const input = { kind: 'role', role: 'administrator', word: '需要联系快递改址' } as const;
  await handOverChat({ actor: from, id, input });
  advanceClock(60_000);
  await acceptChat({ actor: to, id });
}

async function begin(member: MemberActor, desk: StaffActor, subject: string): Promise<number> {
  const id = Number((await startChat({ actor: member, subject })).id);
  advanceClock(60_000);
  await takeChat({ actor: desk, id });
  return id;
}

/** Half an hour after the office has opened. */
async function at(opens: number | undefined, desk: StaffActor): Promise<void> {
  freezeClock((opens ?? clock.now()) + 30 * 60_000);
  await touchDesk(desk.accountId);
}

/** When the office opened on the last working days, the latest first. */
async function workingDays(count: number): Promise<number[]> {
  const calendar = await readCalendar('service');
  const days: number[] = [];
  for (let day = startOfShanghaiDay(toShanghaiDate(clock.now())) - DAY_MS; days.length < count; day -= DAY_MS) {
    const hours = hoursOn(calendar, toShanghaiDate(day));
    if (hours) days.push(hours.opens);
  }
  return days;
}
