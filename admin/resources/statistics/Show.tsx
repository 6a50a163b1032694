import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { Link } from 'react-router';
import { reviewEndpoints, type ReviewStatistics } from '../../../bff/contract/review/endpoints.ts';
import { REVIEW_RULES } from '../../../bff/contract/review/enums.ts';
import { REVIEW_DESK } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { StatisticsBody } from '../../ui/statistics/StatisticsBody.tsx';
import { formatMinutes } from '../../ui/dates.ts';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { Figure } from '../../ui/Figure.tsx';

const WINDOWS = [
  { value: '30', label: '近30天' },
  { value: '90', label: '近90天' },
];

/** 审核统计: how fast, how much by itself, and why not. */
export function StatisticsShow() {
  const address = useAddressFilters(['days']);
  const days = address.values.days === '90' ? '90' : '30';
  const query = useQuery({
    queryKey: ['overview', 'statistics', days],
    queryFn: ({ signal }) => call(reviewEndpoints.showReviewStatistics, { query: { days } }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title="审核统计"
      name="审核统计"
      actions={
        <Segmented
          aria-label="统计期间"
          options={WINDOWS}
          value={days}
          onChange={(value) => address.apply({ days: value === '30' ? undefined : value })}
        />
      }
    >
      <StatisticsBody query={query}>{(statistics) => <Numbers statistics={statistics} />}</StatisticsBody>
    </Page>
  );
}

function Numbers({ statistics: s }: { statistics: ReviewStatistics }) {
  if (s.decided === 0 && s.referred === 0) {
    return (
      <div className="sheet padded">
        <EmptyState text={`近${s.days}天没有审结的申请`}>
          <Link to={REVIEW_DESK}>去审核</Link>
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <div className="numbers">
        <Figure label="审结" value={s.decided} note="份" />
        <Figure label="系统审核占比" value={share(s.automatic, s.decided)} note={`${s.automatic} 份无需人工`} />
        <Figure label="人工审核用时" value={inWords(s.medianMinutes)} note="中位数，自提交起，含非办公时间" />
        <Figure label="驳回" value={s.rejected} note={`占审结的 ${share(s.rejected, s.decided)}`} />
      </div>
      <section className="sheet padded">
        <h2>
          转人工的原因 <small className="quiet">{s.referred} 份，一份可有几项</small>
        </h2>
        <ul className="plain reasons">
          {s.reasons.map(({ rule, applications }) => (
            <li key={rule}>
              <span>{REVIEW_RULES[rule]}</span>
              <span className="reason-bar" aria-hidden>
                <span style={{ width: `${(applications / Math.max(s.referred, 1)) * 100}%` }} />
              </span>
              <span className="figures">{applications}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="sheet padded statistics-table">
        <h2>按证明类型</h2>
        <table>
          <thead>
            <tr>
              <th>证明类型</th>
              <th>系统审核</th>
              <th>人工审核</th>
              <th>驳回</th>
              <th>人工用时</th>
            </tr>
          </thead>
          <tbody>
            {s.byType.map((row) => (
              <tr key={row.typeId}>
                <td>{row.label}</td>
                <td>{row.automatic}</td>
                <td>{row.manual}</td>
                <td>{row.rejected}</td>
                <td>{inWords(row.medianMinutes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {s.byReviewer.length > 0 && (
        <section className="sheet padded statistics-table">
          <h2>按审核人</h2>
          <table>
            <thead>
              <tr>
                <th>审核人</th>
                <th>审结</th>
                <th>驳回</th>
                <th>用时</th>
              </tr>
            </thead>
            <tbody>
              {s.byReviewer.map((row) => (
                <tr key={row.name}>
                  <td>{row.name}</td>
                  <td>{row.decided}</td>
                  <td>{row.rejected}</td>
                  <td>{inWords(row.medianMinutes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {s.overruled.length > 0 && <Overruled overruled={s.overruled} />}
    </>
  );
}

/** Which doubts are overruled how often, and by whom: who always overrules one rule, or a rule that always is, stands out. */
function Overruled({ overruled }: Pick<ReviewStatistics, 'overruled'>) {
  return (
    <section className="sheet padded statistics-table">
      <h2>
        存疑后通过 <small className="quiet">审核人写明如何核实后通过的申请</small>
      </h2>
      <table>
        <thead>
          <tr>
            <th>核查项</th>
            <th>审核人</th>
            <th>申请</th>
          </tr>
        </thead>
        <tbody>
          {overruled.map(({ rule, name, applications }) => (
            <tr key={`${rule} ${name}`}>
              <td>{REVIEW_RULES[rule]}</td>
              <td>{name}</td>
              <td>{applications}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const share = (part: number, whole: number) => (whole === 0 ? '—' : `${Math.round((part / whole) * 100)}%`);
const inWords = (minutes: number | null) => (minutes === null ? '—' : formatMinutes(minutes));
