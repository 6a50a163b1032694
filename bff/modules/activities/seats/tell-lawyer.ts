import type { Transaction } from 'sequelize';
import { INBOX_EVENTS } from '../../../contract/notifications/enums.ts';
import { env } from '../../../env.ts';
import { ofRegistration } from '../../../subject.ts';
import { tell } from '../../notifications/tell.ts';
import { composeLine } from '../../outbox/compose-mail.ts';
import { dropWaiting } from '../../outbox/drop-waiting.ts';
import type { Activity, Registration } from '../model.ts';
import { inWords } from '../rules.ts';
import { readAddressee, type ActivityEvent, type Addressee } from './read-addressee.ts';

/** What WeChat calls each, in five characters at most; what staff write to a list is told in the inbox and by mail alone. */
const RESULTS: Record<Exclude<ActivityEvent, 'activity_message'>, string> = {
  activity_signed_up: '报名成功',
  activity_offered: '候补到位',
  activity_changed: '活动变更',
  activity_cancelled: '活动取消',
  activity_ended: '报名变化',
  activity_refunded: '已经退费',
  activity_restricted: '报名限制',
  activity_asked: '待补充',
  activity_reminder: '明天开始',
  activity_hours: '学时记入',
};

const pageOf = ({ id }: Activity) => `activity?id=${id}`;

/** What the templates of activities are filled with. */
export const messageData = ({ activity, name, news }: { activity: Activity; name: string; news: string }) => ({
  applicant: name,
  title: activity.title,
  begins: inWords(activity.beginsAt),
  place: activity.place,
  news,
  url: `${env.PUBLIC_URL}/${pageOf(activity)}`,
});

/**
 * Tells a lawyer what became of a registration, in the inbox, by mail and by WeChat. The link only opens the page: what is to be
 * confirmed is confirmed there.
 * @param told.news a whole sentence
 * @param told.addressee where it was read before, by who holds a row that others wait for
 * @param told.sentFrom before that instant nothing is mailed or goes to WeChat; absent: at once
 */
export async function tellLawyer(
  told: {
    activity: Activity;
    registration: Registration;
    event: ActivityEvent;
    news: string;
    addressee?: Addressee | null;
    sentFrom?: number;
  },
  t: Transaction,
): Promise<void> {
  const { activity, registration, event, news, sentFrom } = told;
  const { lawyerId, accountId } = registration;
  const { lawyer, askedBy, ways } = told.addressee ?? (await readAddressee({ lawyerId, accountId, event }, t));
  const data = messageData({ activity, name: lawyer.name, news });
  const words = { title: INBOX_EVENTS[event], body: await composeLine(event, 'inbox.txt', data) };
  const mail = askedBy === null ? null : ({ recipient: lawyer.email, askedBy, template: event, data } as const);
  const member = { kind: 'lawyer', id: lawyerId } as const;
  const subject = ofRegistration(registration.id);
  const result = event === 'activity_message' ? null : RESULTS[event];
  const wechat = {
    matter: 'activity',
    number: String(activity.id),
    type: activity.title,
    result: result ?? '',
  } as const;
  const sent = {
    ...(mail && { mail }),
    ...(result !== null && { wechat }),
    ...(sentFrom !== undefined && { sentFrom }),
  };
  await tell({ member, event, words, subject, page: pageOf(activity), ways, ...sent }, t);
}

/** An offer that is answered or over before it was told of: mail and WeChat, which wait for the morning, say nothing of it. */
export const untellOffer = ({ id }: Registration, t: Transaction): Promise<void> =>
  dropWaiting(
    {
      subject: ofRegistration(id),
      isOvertaken: ({ template, data }) =>
        template === 'activity_offered' ||
        (template === 'wechat_activity' && data['result'] === RESULTS.activity_offered),
    },
    t,
  );
