import { Op, UniqueConstraintError, type Transaction } from 'sequelize';
import { SETTLED, type ReminderStep } from '../../../contract/campaigns/enums.ts';
import { addDays, daysBetween, HOUR_MS, startOfShanghaiDay } from '../../../contract/dates.ts';
import { INBOX_EVENTS } from '../../../contract/notifications/enums.ts';
import { env } from '../../../env.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { savepoint, transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { tell } from '../../notifications/tell.ts';
import { isWorkingDay, type Calendar } from '../../office-hours/calendar.ts';
import { readCalendar } from '../../office-hours/read-calendar.ts';
import { composeLine } from '../../outbox/compose-mail.ts';
import { Campaign, CampaignMember, CampaignReminder } from '../model.ts';
import { stepOn } from '../rules.ts';
import { readRecipient } from './read-recipient.ts';
import { textLastDay } from './text-last-day.ts';

/** Members looked at by one job. */
const PIECE = 500;
/** Members who are reminded in one transaction. */
const AT_ONCE = 50;
/** Nobody is reminded later in the day (spec). */
const LAST_MS = 20 * HOUR_MS;

/** A working day, and those beside it. */
export interface WorkDay {
  today: string;
  nextWorkingDay: string;
  lastWorkingDay: string;
}

/**
 * The working days beside a day. In a year whose holidays nobody has entered, the calendar takes every day but the weekend
 * for one.
 */
export function workDayOf(calendar: Calendar, today: string): WorkDay {
  const from = (step: 1 | -1) => {
    let on = addDays(today, step);
    // No holiday is longer than this, so the loop ends with a working day.
    for (let tries = 0; tries < 30 && isWorkingDay(calendar, on) === false; tries++) on = addDays(on, step);
    return on;
  };
  return { today, nextWorkingDay: from(1), lastWorkingDay: from(-1) };
}

/** Whether reminders of that day may still be sent. */
export const isInTime = (day: string): boolean =>
  clock.today() === day && clock.now() < startOfShanghaiDay(day) + LAST_MS;

/**
 * Reminds the next members, by lawyer, who have something left to do: who is done, excused or waits for the association is
 * not. Each reminder is a row in the transaction that writes it: no step twice, nobody twice a day, whatever happens to
 * the job. Asks for the piece after that.
 */
export async function remind({ campaignId, after, day }: { campaignId: number; after: number; day: string }) {
  const campaign = await Campaign.findByPk(campaignId);
  if (campaign?.state !== 'open' || !isInTime(day)) return;
  const work = workDayOf(await readCalendar('service'), day);
  const members = await CampaignMember.findAll({
    where: { campaignId, lawyerId: { [Op.gt]: after }, state: { [Op.notIn]: [...SETTLED, 'waiting'] } },
    order: ['lawyerId'],
    limit: PIECE,
  });
  const due = members.flatMap(({ id, dueOn }) => {
    const step = stepOn(dueOn ?? campaign.dueOn, work);
    return step ? [{ id, step }] : [];
  });
  for (let at = 0; at < due.length; at += AT_ONCE) {
    await transaction(async (t) => {
      for (const one of due.slice(at, at + AT_ONCE)) await remindOne({ campaign, day, ...one }, t);
    });
  }
  const last = members.at(-1)?.lawyerId;
  if (members.length < PIECE || last === undefined) return;
  await transaction((t) =>
    enqueue(
      'remind-campaign',
      { campaignId, after: last, day },
      { t, dedupeKey: `remind:${campaignId}:${day}:${last}` },
    ),
  );
}

interface Due {
  campaign: Campaign;
  day: string;
  id: number;
  step: ReminderStep;
}

async function remindOne({ campaign, day, id, step }: Due, t: Transaction): Promise<void> {
  const member = await CampaignMember.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
  // The member has become done or excused since the list was read.
  if (!member || (SETTLED as readonly string[]).includes(member.state) || member.state === 'waiting') return;
  const { lawyerId } = member;
  try {
    await savepoint(t, () =>
      CampaignReminder.create({ campaignId: campaign.id, lawyerId, step, sentOn: day }, { transaction: t }),
    );
  } catch (error) {
    if (error instanceof UniqueConstraintError) return;
    throw error;
  }
  const { name, email, accountId } = await readRecipient(lawyerId, t);
  const dueOn = member.dueOn ?? campaign.dueOn;
  const page = campaign.kind === 'yearly' ? `yearlyReview?id=${campaign.id}` : 'profile';
  const data = {
    applicant: name,
    title: campaign.title,
    news: newsOf({ dueOn, graceUntil: campaign.graceUntil, day }),
    url: `${env.PUBLIC_URL}/${campaign.kind === 'yearly' ? `yearly-review?id=${campaign.id}` : 'profile'}`,
  };
  const event = 'campaign_reminder';
  const words = { title: INBOX_EVENTS[event], body: await composeLine(event, 'inbox.txt', data) };
  const mail = { recipient: email, askedBy: accountId, template: event, data } as const;
  const told = { member: { kind: 'lawyer', id: lawyerId }, event, words, subject: null, page } as const;
  await tell({ ...told, ...(email !== '' && { mail }) }, t);
  if (step === 'd0') await textLastDay({ lawyerId, title: campaign.title, dueOn }, t);
}

function newsOf({ dueOn, graceUntil, day }: { dueOn: string; graceUntil: string; day: string }): string {
  const left = daysBetween(day, dueOn);
  if (left < 0) {
    return graceUntil >= day ? `已于${dueOn}截止，逾期受理到${graceUntil}，请尽快完成` : `已于${dueOn}截止`;
  }
  return left === 0 ? '今天截止，请尽快完成' : `将于${dueOn}截止，还有${left}天`;
}
