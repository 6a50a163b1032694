import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ACTIVITY_KINDS, type ActivityKind } from '../../../bff/contract/activities/enums.ts';
import { SHOWN_FIRMS } from '../../../bff/contract/activity-statistics/enums.ts';
import {
  activityStatisticsEndpoints,
  type ActivityFiguresRow,
  type ActivityStatistics,
  type GroupFigures,
} from '../../../bff/contract/activity-statistics/endpoints.ts';
import { exportEndpoints } from '../../../bff/contract/exports/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { ExportButton } from '../../ui/list/ExportButton.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { Page } from '../../ui/Page.tsx';
import { StatisticsBody } from '../../ui/statistics/StatisticsBody.tsx';
import { daysOf, share } from '../../ui/statistics/period.ts';
import { FiguresTable } from './FiguresTable.tsx';

const filters = [
  { kind: 'date', name: 'from', label: '活动日期从' },
  { kind: 'date', name: 'to', label: '到' },
  { kind: 'choice', name: 'kind', label: '活动类型', options: ACTIVITY_KINDS },
] as const satisfies Filter<string>[];

/** 活动统计: of the activities that begin in a period, or of a single one to which its page leads. */
export function ActivityStatisticsShow() {
  const address = useAddressFilters(['from', 'to', 'kind', 'activity']);
  const { kind, activity } = address.values;
  const period = daysOf(address.values);
  const asked = { ...period, ...(kind && { kind: kind as ActivityKind }), ...(activity && { activity }) };
  const query = useQuery({
    queryKey: ['activities', 'statistics', asked],
    queryFn: ({ signal }) => call(activityStatisticsEndpoints.showActivityStatistics, { query: asked }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title="活动统计"
      name="活动统计"
      {...(activity && { back: { to: pageUrl('activity', { id: activity }), label: '活动' } })}
      actions={<ExportButton endpoint={exportEndpoints.exportActivityFigures} input={{ query: asked }} />}
    >
      {!activity && <FilterBar filters={filters} address={{ ...address, values: { ...address.values, ...period } }} />}
      <StatisticsBody query={query}>{(statistics) => <Numbers statistics={statistics} />}</StatisticsBody>
    </Page>
  );
}

function Numbers({ statistics: s }: { statistics: ActivityStatistics }) {
  const { total: t } = s;
  const met = t.came + t.absent;
  return (
    <>
      <div className="numbers">
        <Figure label="活动" value={s.activities} note={`其中取消 ${s.cancelledActivities} 项`} />
        <Figure label="名额" value={s.capacity} note={`报名人数占 ${share(t.signed, s.capacity)}`} />
        <Figure label="报名" value={t.signed} note={`有名额 ${t.seated}，未获 ${t.unplaced}`} />
        <Figure label="到场" value={t.came} note={`占有名额的 ${share(t.came, t.seated)}`} />
        <Figure label="缺席" value={t.absent} note={`缺席率 ${share(t.absent, met)}`} />
        <Figure label="请假、取消" value={t.onLeave + t.cancelled} note={`请假 ${t.onLeave}，取消 ${t.cancelled}`} />
        <Figure label="记入学时" value={t.tenths / 10} note={`到场的人均 ${ratio(t.tenths / 10, t.came)}`} />
      </div>
      {s.activities === 0 ? (
        <div className="sheet padded">
          <EmptyState text="这段时间没有活动">
            <Link to={pageUrl('activities')}>活动</Link>
          </EmptyState>
        </div>
      ) : (
        <Tables statistics={s} />
      )}
      <p className="quiet">
        按活动开始的日期统计，每人在每项活动计一次。缺席不含已免除的；报满用时为报名开始至报名人数达到名额；执业年限计至结束日期；律所为报名时所在。
      </p>
    </>
  );
}

function Tables({ statistics: s }: { statistics: ActivityStatistics }) {
  return (
    <>
      <FiguresTable
        title="按活动"
        heading="活动"
        more={['日期', '名额', '报满用时']}
        rows={s.byActivity.map(({ id, title, beginsOn, capacity, filledAfter, isCancelled, ...figures }) => ({
          key: String(id),
          label: (
            <>
              <Link to={pageUrl('activity', { id })}>{title}</Link>
              {isCancelled && '（已取消）'}
            </>
          ),
          more: [beginsOn, capacity, filledIn(filledAfter)],
          figures,
        }))}
      />
      {s.byKind.length > 1 && <FiguresTable title="按活动类型" heading="活动类型" rows={s.byKind.map(lineOf)} />}
      <FiguresTable title="按执业类别" heading="执业类别" rows={s.byCategory.map(lineOf)} />
      <FiguresTable title="按执业年限" heading="执业年限" rows={s.byPractice.map(lineOf)} />
      <FiguresTable title={`按律所（报名最多的${SHOWN_FIRMS}家）`} heading="律所" rows={s.byFirm.map(lineOf)} />
    </>
  );
}

const lineOf = ({ key, label, ...figures }: GroupFigures) => ({ key, label, figures });

const ratio = (part: number, whole: number): string => (whole === 0 ? '—' : (part / whole).toFixed(1));

/** 12分钟, 3小时5分, 2天4小时; a dash where so many never signed up. */
export function filledIn(minutes: ActivityFiguresRow['filledAfter']): string {
  if (minutes === null) return '—';
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60), minutes % 60];
  if (days > 0) return hours > 0 ? `${days}天${hours}小时` : `${days}天`;
  if (hours > 0) return rest > 0 ? `${hours}小时${rest}分` : `${hours}小时`;
  return `${Math.max(1, rest)}分钟`;
}
