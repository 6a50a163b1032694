import { endOfShanghaiDay, toIso } from '../../contract/dates.ts';
import { SETTLED } from '../../contract/campaigns/enums.ts';
import type { OwnCampaign } from '../../contract/campaigns/replies.ts';
import { listOwnCampaigns } from '../campaigns/reviewing/own-campaigns.ts';
import type { TaskReader } from './parts.ts';

/** Whether something is left to be done: what waits for the association is not. */
const isOwed = ({ state }: OwnCampaign): boolean =>
  !(SETTLED as readonly string[]).includes(state) && state !== 'waiting';

/** The campaign that staff have put on the home page, as long as the lawyer has not done it. */
export const campaignTask: TaskReader = async ({ actor, part }) => {
  if (actor.kind !== 'lawyer') return null;
  const { items } = await listOwnCampaigns({ actor });
  const owed = items.find((one) => one.isPriority && isOwed(one));
  if (!owed) return null;
  const { id, title, kind, dueOn, graceUntil, isLate, state } = owed;
  const isTap = kind === 'yearly' && state === 'untouched' && (await part('profile'))?.state === 'approved';
  const late = isLate ? `已于${dueOn}截止，逾期受理到${graceUntil}。` : '';
  return {
    kind: 'campaign',
    title,
    words: `${late}${isTap ? '信息没有变化的，一键确认即完成。' : '请填写信息补全并提交审核。'}`,
    percent: isTap ? null : ((await part('profile'))?.percent ?? null),
    until: toIso(endOfShanghaiDay(isLate ? graceUntil : dueOn)),
    page: isTap ? `yearlyReview?id=${id}` : 'profile',
    act: isTap ? '去核对' : '去填写',
  };
};
