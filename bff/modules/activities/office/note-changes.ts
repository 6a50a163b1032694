import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { ACTIVITY_KINDS } from '../../../contract/activities/enums.ts';
import { describe } from '../../../contract/eligibility/describe.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { ActivityChange, type Activity } from '../model.ts';
import { inWords } from '../rules.ts';

type Shown = Pick<
  Activity,
  | 'title'
  | 'kind'
  | 'organiser'
  | 'speakers'
  | 'details'
  | 'notice'
  | 'contact'
  | 'place'
  | 'address'
  | 'opensAt'
  | 'closesAt'
  | 'cancelUntil'
  | 'leaveUntil'
  | 'beginsAt'
  | 'endsAt'
  | 'capacity'
  | 'perFirmMax'
  | 'eligibility'
  | 'hoursTenths'
  | 'leaveRefund'
> & { fees: string; files: string; series: string };

/** What members are told of a change, in words. */
const WORDS: Record<string, (activity: Shown) => string> = {
  活动标题: ({ title }) => title,
  活动类型: ({ kind }) => ACTIVITY_KINDS[kind],
  所属系列: ({ series }) => series,
  主办单位: ({ organiser }) => organiser,
  主讲人: ({ speakers }) => speakers,
  活动详情: ({ details }) => details,
  附件: ({ files }) => files,
  报名须知: ({ notice }) => notice,
  联系方式: ({ contact }) => contact,
  活动地点: ({ place }) => place,
  详细地址: ({ address }) => address,
  报名开始: ({ opensAt }) => inWords(opensAt),
  报名结束: ({ closesAt }) => inWords(closesAt),
  取消截止: ({ cancelUntil }) => inWords(cancelUntil),
  请假截止: ({ leaveUntil }) => inWords(leaveUntil),
  活动开始: ({ beginsAt }) => inWords(beginsAt),
  活动结束: ({ endsAt }) => inWords(endsAt),
  名额: ({ capacity }) => String(capacity),
  每所名额: ({ perFirmMax }) => (perFirmMax === 0 ? '不限' : `最多${perFirmMax}人`),
  费用: ({ fees }) => fees,
  请假退费: ({ leaveRefund }) => `${leaveRefund}%`,
  报名条件: ({ eligibility }) => (eligibility ? describe(eligibility) : '不限'),
  学时: ({ hoursTenths }) => String(hoursTenths / 10),
};

const MAX_WORDS = 300;
const cut = (text: string) => {
  const characters = [...text];
  return characters.length <= MAX_WORDS ? text : `${characters.slice(0, MAX_WORDS - 1).join('')}…`;
};

/** Writes 变更记录, a line for each fact that is another one now; answers what they are about. */
export async function noteChanges(
  changed: { actor: StaffActor; id: number; before: Shown; after: Shown },
  t: Transaction,
): Promise<string[]> {
  const { actor, id, before, after } = changed;
  const fields = Object.keys(WORDS).filter((field) => WORDS[field]?.(before) !== WORDS[field]?.(after));
  for (const field of fields) {
    await ActivityChange.create(
      {
        activityId: id,
        at: clock.now(),
        byName: actor.name,
        field,
        beforeWords: cut(WORDS[field]?.(before) ?? ''),
        afterWords: cut(WORDS[field]?.(after) ?? ''),
      },
      { transaction: t },
    );
  }
  return fields;
}
