import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { WAITED_LABELS } from '../../../bff/contract/chat-statistics/enums.ts';
import { chatStatisticsEndpoints, type ChatStatistics } from '../../../bff/contract/chat-statistics/endpoints.ts';
import { exportEndpoints } from '../../../bff/contract/exports/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';
import { DayBars } from '../../ui/DayBars.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { InlineFailure } from '../../ui/InlineFailure.tsx';
import { ExportButton } from '../../ui/list/ExportButton.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { Page } from '../../ui/Page.tsx';
import { StatisticsBody } from '../../ui/statistics/StatisticsBody.tsx';
import { daysOf, share } from '../../ui/statistics/period.ts';
import { Ranges } from '../../ui/statistics/Ranges.tsx';
import { FiguresTable } from './FiguresTable.tsx';

const filters = [
  { kind: 'date', name: 'from', label: '日期从' },
  { kind: 'date', name: 'to', label: '到' },
] as const satisfies Filter<string>[];
type Period = ReturnType<typeof daysOf>;

/** 咨询统计: how many asked, how long they waited, and what came of it. */
export function ChatStatisticsShow() {
  const address = useAddressFilters(['from', 'to']);
  const period = daysOf(address.values);
  const query = useQuery({
    queryKey: ['chat', 'statistics', period],
    queryFn: ({ signal }) => call(chatStatisticsEndpoints.showChatStatistics, { query: period }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title="咨询统计"
      name="咨询统计"
      actions={<ExportButton endpoint={exportEndpoints.exportChatFigures} input={{ query: period }} />}
    >
      <FilterBar filters={filters} address={{ ...address, values: period }} />
      <StatisticsBody query={query}>
        {(statistics) => <Numbers statistics={statistics} period={period} />}
      </StatisticsBody>
    </Page>
  );
}

function Numbers({ statistics: s, period }: { statistics: ChatStatistics; period: Period }) {
  const { total } = s;
  const rated = total.good + total.fair + total.bad;
  return (
    <>
      <div className="numbers">
        <Figure label="正在排队" value={s.waiting} note="此刻，不限日期" to={pageUrl('chat')} />
        <Figure label="正在对话" value={s.talking} note="此刻，不限日期" to={pageUrl('chat')} />
        <Figure label="发起咨询" value={total.came} note={`接入 ${total.taken} 次`} />
        <Figure label="等待中位数" value={total.medianWords || '—'} note={`九成在 ${total.ninetyWords || '—'}`} />
        <Figure label="未接入离开" value={total.abandoned} note={`占发起的 ${share(total.abandoned, total.came)}`} />
        <Figure label="转为工单" value={total.ticketed} note={`占发起的 ${share(total.ticketed, total.came)}`} />
        <Figure label="满意" value={share(total.good, rated)} note={`${rated} 份评价，不满意 ${total.bad}`} />
      </div>
      {total.came === 0 ? (
        <div className="sheet padded">
          <EmptyState text="这段时间没有咨询">
            <Link to={pageUrl('chat')}>在线咨询</Link>
          </EmptyState>
        </div>
      ) : (
        <Tables statistics={s} period={period} />
      )}
      <p className="quiet">
        按发起咨询的日期统计，咨询记录保留24个月。等待从进入排队到首次接入；按人员统计的是最后接待的客服。
      </p>
    </>
  );
}

function Tables({ statistics: s, period }: { statistics: ChatStatistics; period: Period }) {
  return (
    <>
      {s.byDay.length > 1 && (
        <section className="sheet padded">
          <h2>每日发起咨询</h2>
          <DayBars days={s.byDay.slice(-31).map(({ day: date, came: count }) => ({ date, count }))} unit="次" />
        </section>
      )}
      <Ranges title="等待时间" note="到首次接入" labels={WAITED_LABELS} counts={s.total.waited} />
      <People period={period} />
      <FiguresTable
        title="按日"
        heading="日期"
        rows={s.byDay.toReversed().map(({ day, ...figures }) => ({ key: day, label: day, figures }))}
      />
    </>
  );
}

/** By person, for administrators alone. */
function People({ period }: { period: Period }) {
  const may = useMay()(chatStatisticsEndpoints.showChatPeople);
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['chat', 'statistics', 'people', period],
    queryFn: ({ signal }) => call(chatStatisticsEndpoints.showChatPeople, { query: period }, signal),
    enabled: may,
  });
  if (isError) return <InlineFailure error={error} onRetry={() => void refetch()} />;
  if (!data || data.people.length === 0) return null;
  return (
    <FiguresTable
      title="按人员"
      heading="客服"
      rows={data.people.map(({ id, name, ...figures }) => ({ key: String(id), label: name, figures }))}
    />
  );
}
