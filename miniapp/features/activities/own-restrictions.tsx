import { useDidShow } from '@tarojs/taro';
import { ABSENCE_WORTHS } from '../../../bff/contract/activity-restrictions/enums.ts';
import type { OwnRestrictions as Restrictions } from '../../../bff/contract/activity-restrictions/replies.ts';
import { toShanghaiDate } from '../../../bff/contract/dates.ts';
import { askUrl } from '../../application/ask-desk.tsx';
import { Link } from '../../ui/elements.tsx';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Facts, Notice, Sheet, type FactRow } from '../../ui/sheets/sheet.tsx';
import { shownWeekday } from './shown-weekday.ts';
import { useOwnRestrictions } from './use-activities.ts';

/** 我的限制: until when and why, from which absences, and where to object to each. */
export function OwnRestrictions() {
  const { data, isError, error, refetch } = useOwnRestrictions();
  useDidShow(() => void refetch());
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Sheet>
        <Skeleton lines={6} />
      </Sheet>
    );
  return (
    <>
      <Sheet title="我的限制">
        <Current restrictions={data} />
        <Notice>{data.rule}</Notice>
      </Sheet>
      <Sheet title="缺席记录">
        {data.absences.length === 0 ? <Empty>没有缺席记录。</Empty> : <Facts rows={data.absences.map(rowOf)} />}
      </Sheet>
    </>
  );
}

function Current({ restrictions }: { restrictions: Restrictions }) {
  const { current, counting, limit } = restrictions;
  if (!current) {
    const more = limit > 0 && counting > 0 ? `，目前计入${counting}次，满${limit}次将受限` : '';
    return <Notice tone={more ? 'warn' : 'good'}>没有受到限制{more}。</Notice>;
  }
  return (
    <>
      <Facts
        rows={[
          ['限制期', `${shownWeekday(current.from)} 至 ${shownWeekday(current.until)}`],
          ['限制内容', current.means],
        ]}
      />
      <Notice tone="warn">
        认为不应受限的，请
        <Link href={appeal(`活动报名限制（${current.from.slice(0, 10)}起）`)}>申诉</Link>
        ，写明原因并附证明；也可以对下面的某次缺席申诉。
      </Notice>
    </>
  );
}

/** The ticket is of the right kind and says what it is about. */
const appeal = (what: string, activityId?: number) =>
  askUrl({
    category: 'activity',
    title: `申诉：${what}`,
    ...(activityId === undefined ? {} : { tied: { kind: 'activity', key: activityId } }),
  });

function rowOf({ activityId, title, beginsAt, worth, reason }: Restrictions['absences'][number]): FactRow {
  // The day alone: with the time it would not stand on one line.
  const day = toShanghaiDate(Date.parse(beginsAt));
  const words = `${title}（${[ABSENCE_WORTHS[worth], reason].filter(Boolean).join('：')}）`;
  if (worth !== 'counts' && worth !== 'used') return [day, words];
  return [day, words, { href: appeal(`缺席 ${day} ${title}`, activityId), text: '申诉', label: `申诉：${title}` }];
}
