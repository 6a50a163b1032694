import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { exportEndpoints } from '../../../bff/contract/exports/endpoints.ts';
import { ROLES } from '../../../bff/contract/accounts/enums.ts';
import { TOOK_LABELS } from '../../../bff/contract/ticket-statistics/enums.ts';
import { ticketStatisticsEndpoints, type TicketStatistics } from '../../../bff/contract/ticket-statistics/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { DayBars } from '../../ui/DayBars.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { ExportButton } from '../../ui/list/ExportButton.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { Page } from '../../ui/Page.tsx';
import { StatisticsBody } from '../../ui/statistics/StatisticsBody.tsx';
import { share } from '../../ui/statistics/period.ts';
import { Ranges } from '../../ui/statistics/Ranges.tsx';
import { FiguresTable } from './FiguresTable.tsx';
import { People } from './People.tsx';
import { CATEGORY_LABELS, PERIOD_FILTERS, periodOf, type Period } from './period.ts';

const filters = [
  { kind: 'date', name: 'from', label: '日期从' },
  { kind: 'date', name: 'to', label: '到' },
  { kind: 'choice', name: 'category', label: '分类', options: CATEGORY_LABELS },
] as const satisfies Filter<string>[];

/** 工单统计: how much came, how fast it was done, and what members thought of it; each number leads to its list. */
export function TicketStatisticsShow() {
  const address = useAddressFilters(PERIOD_FILTERS);
  const period = periodOf(address.values);
  const query = useQuery({
    queryKey: ['tickets', 'statistics', period],
    queryFn: ({ signal }) => call(ticketStatisticsEndpoints.showTicketStatistics, { query: period }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title="工单统计"
      name="工单统计"
      actions={<ExportButton endpoint={exportEndpoints.exportTicketFigures} input={{ query: period }} />}
    >
      <FilterBar filters={filters} address={{ ...address, values: period }} />
      <StatisticsBody query={query}>
        {(statistics) => <Numbers statistics={statistics} period={period} />}
      </StatisticsBody>
    </Page>
  );
}

function Numbers({ statistics: s, period }: { statistics: TicketStatistics; period: Period }) {
  const { total } = s;
  const list = (more: Record<string, string>) => pageUrl('ticketSteps', { ...period, ...more });
  const rated = total.good + total.fair + total.bad;
  const isEmpty = total.came + total.done + total.answered + total.lapsed + total.reopened === 0;
  return (
    <>
      <div className="numbers">
        <Figure label="现有未办结" value={s.open} note="此刻，不限日期" to={pageUrl('tickets')} />
        <Figure
          label="其中已逾期"
          value={s.overdue}
          note="按期限排在列表最前"
          tone={s.overdue > 0 ? 'alert' : undefined}
          to={pageUrl('tickets', { scope: 'overdue' })}
        />
        <Figure label="新提交" value={total.came} note="份" to={list({ step: 'came' })} />
        <Figure label="办结" value={total.done} note="份，重新打开后再办结的另计" to={list({ step: 'done' })} />
        <Figure
          label="按时首次答复"
          value={share(total.answeredWithin, total.answersPromised)}
          note={`逾期 ${total.answersPromised - total.answeredWithin} 份`}
          to={list({ step: 'answered', kept: 'missed' })}
        />
        <Figure
          label="按时办结"
          value={share(total.doneWithin, total.donePromised)}
          note={`逾期 ${total.donePromised - total.doneWithin} 份`}
          to={list({ step: 'done', kept: 'missed' })}
        />
        <Figure label="办结用时" value={total.medianWords || '—'} note="中位数，办公时间" />
        <Figure label="重新打开" value={total.reopened} note="次" to={list({ step: 'reopened' })} />
        <Figure
          label="满意"
          value={share(total.good, rated)}
          note={`${rated} 份评价，不满意 ${total.bad}`}
          to={list({ step: 'done', rating: 'bad' })}
        />
      </div>
      {isEmpty ? (
        <div className="sheet padded">
          <EmptyState text="这段时间没有工单">
            <Link to={pageUrl('tickets')}>查看工单</Link>
          </EmptyState>
        </div>
      ) : (
        <Tables statistics={s} period={period} />
      )}
      <p className="quiet">
        {s.since && `自 ${s.since} 起统计。`}
        办结用时只算办公时间，不含等待会员补充的时间；没有办结时限的分类自提交起算。评价计入办结当日。
      </p>
    </>
  );
}

function Tables({ statistics: s, period }: { statistics: TicketStatistics; period: Period }) {
  return (
    <>
      {s.byDay.length > 1 && (
        <section className="sheet padded">
          <h2>每日新提交</h2>
          <DayBars days={s.byDay.slice(-31).map(({ day: date, came: count }) => ({ date, count }))} unit="份" />
        </section>
      )}
      <Ranges title="办结用时" note="办公时间" labels={TOOK_LABELS} counts={s.total.took} />
      {s.byRole.length > 1 && (
        <FiguresTable
          title="按岗位"
          heading="岗位"
          rows={s.byRole.map(({ role, ...figures }) => ({ key: role, label: ROLES[role], figures }))}
        />
      )}
      <FiguresTable
        title="按分类"
        heading="分类"
        rows={s.byCategory.map(({ category, ...figures }) => ({
          key: category,
          label: CATEGORY_LABELS[category] ?? category,
          figures,
          list: { ...period, category },
        }))}
      />
      <People period={period} />
      <FiguresTable
        title="按日"
        heading="日期"
        rows={s.byDay
          .toReversed()
          .map(({ day, ...figures }) => ({ key: day, label: day, figures, list: { ...period, from: day, to: day } }))}
      />
    </>
  );
}
