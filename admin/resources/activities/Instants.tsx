import { Timeline } from 'antd';
import type { StaffActivity } from '../../../bff/contract/activities/replies.ts';
import { toShanghaiDate, weekdayOf } from '../../../bff/contract/dates.ts';
import { formatInstant } from '../../ui/dates.ts';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;
const shown = (iso: string) => `${formatInstant(iso)} 周${WEEKDAYS[weekdayOf(toShanghaiDate(Date.parse(iso)))]}`;

/** The six instants drawn in their order, and what members can do from each of them on. */
export function Instants({ activity }: { activity: StaffActivity }) {
  const { opensAt, cancelUntil, closesAt, leaveUntil, beginsAt, endsAt, advanceLeave } = activity;
  const instants: [string, string, string][] = [
    [opensAt, '报名开始', '可以报名、取消'],
    [cancelUntil, '取消截止', advanceLeave ? '可以报名、预约请假，不能取消' : '可以报名，不能取消'],
    [closesAt, '报名结束', '可以请假'],
    [leaveUntil, '请假截止', '不能请假'],
    [beginsAt, '活动开始', ''],
    [endsAt, '活动结束', ''],
  ];
  const ordered = [...instants].sort(([one], [other]) => Date.parse(one) - Date.parse(other));
  return (
    <Timeline
      items={ordered.map(([at, label, then]) => ({
        key: label,
        color: Date.parse(at) <= Date.now() ? 'gray' : 'blue',
        content: (
          <>
            <span className="figures whole">{shown(at)}</span> <strong>{label}</strong>
            {then && <div className="quiet">此后{then}</div>}
          </>
        ),
      }))}
    />
  );
}
