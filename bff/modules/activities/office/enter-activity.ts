import type { ActivityInput } from '../../../contract/activities/schemas.ts';
import { MAX_ACTIVITY_DETAILS } from '../../../contract/activities/limits.ts';
import { faultsOf, instantsOf } from '../../../contract/activities/windows.ts';
import { env } from '../../../env.ts';
import { AppError } from '../../../errors.ts';
import { keepRichText } from '../../../platform/rich-text/keep-rich-text.ts';

const DETAILS = { name: 'details', label: '活动详情', max: MAX_ACTIVITY_DETAILS };

/** The columns of what staff entered, without its groups. Throws `invalid_fields` for instants that cannot be. */
export function columnsOf({ groups, details: written, ...input }: ActivityInput) {
  const { body: detailsBody, bodyText: details } = keepRichText(written, DETAILS);
  const instants = instantsOf(input);
  const faults: Record<string, string> = faultsOf(instants);
  if (input.waiting === 'admits' && isPaid(groups))
    faults['waiting'] = '收费活动的候补须由本人确认，请改为“候补到位须本人确认”';
  Object.assign(faults, drawFaults(input));
  if (Object.keys(faults).length > 0) throw new AppError('invalid_fields', { fields: faults });
  const isDrawn = input.admission === 'draw';
  const draw = { drawSource: isDrawn ? input.drawSource : '', drawAt: isDrawn ? input.drawAt : null };
  return { ...input, details, detailsBody, ...draw, ...instants };
}

/** A draw rests on a public one that is held after the list is frozen, so that nobody knows it before. */
function drawFaults({
  admission,
  drawSource,
  drawAt,
  closesAt,
  beginsAt,
}: Pick<ActivityInput, 'admission' | 'drawSource' | 'drawAt' | 'closesAt' | 'beginsAt'>) {
  const faults: Record<string, string> = {};
  if (admission !== 'draw') return faults;
  if (drawSource === '') faults['drawSource'] = '请填写以哪一次公开开奖为准，例如“双色球第2026141期开奖号码”';
  if (drawAt === null) faults['drawAt'] = '请选择公开开奖时间';
  else if (drawAt <= closesAt) faults['drawAt'] = '公开开奖应晚于报名结束';
  else if (drawAt >= beginsAt) faults['drawAt'] = '公开开奖应早于活动开始';
  return faults;
}

/** Whether anybody pays for it. */
export const isPaid = (groups: readonly { feeFen: number }[]): boolean => groups.some(({ feeFen }) => feeFen > 0);

/** Throws `wrong_state` in words where a fee is asked that nobody could pay. */
export function expectPayable(groups: readonly { feeFen: number }[]): void {
  if (!isPaid(groups) || env.WECHATPAY_MCHID) return;
  throw new AppError('wrong_state', { message: '在线支付尚未开通，不能发布收费活动；请将费用改为0' });
}
