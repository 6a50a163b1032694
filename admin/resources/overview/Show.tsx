import { useQuery } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import { Link } from 'react-router';
import { certificateEndpoints } from '../../../bff/contract/certificates/endpoints.ts';
import { operationsEndpoints, type OverviewReply } from '../../../bff/contract/operations/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';
import { useSession } from '../../providers/session.tsx';
import { HomeParts } from '../../shell/home-parts.tsx';
import { DayBars } from '../../ui/DayBars.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { formatInstant, officeTimeText } from '../../ui/dates.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Tasks } from './Tasks.tsx';
import { Signing } from './Signing.tsx';

/** 工作台: what waits first, then how the office is doing, and what one's roles see next. */
export function OverviewShow() {
  const { account, lastSignedInAt } = useSession();
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => call(operationsEndpoints.showOverview, {}, signal),
    staleTime: 0,
  });
  return (
    <Page
      title={`${account.name}，您好`}
      name="工作台"
      actions={lastSignedInAt && <span className="quiet figures">上次登录 {formatInstant(lastSignedInAt)}</span>}
    >
      {!data && isError && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton active className="sheet padded" paragraph={{ rows: 6 }} />}
      {data && <Numbers overview={data} />}
    </Page>
  );
}

function Numbers({ overview }: { overview: OverviewReply }) {
  const may = useMay();
  const { failedJobs, signing } = overview;
  return (
    <>
      {failedJobs > 0 && (
        <Alert
          type="error"
          showIcon
          title={`有 ${failedJobs} 项后台任务需要处理，可能有会员在等证明或邮件`}
          action={may(operationsEndpoints.listJobs) && <Link to={pageUrl('jobs')}>去处理</Link>}
        />
      )}
      <Tasks />
      <Signing signing={signing} />
      {may(certificateEndpoints.listQueue) && <Review overview={overview} />}
      <HomeParts />
    </>
  );
}

/** How review is doing: for those who review, and nobody else. */
function Review({ overview }: { overview: OverviewReply }) {
  const { overdue, submittedToday, issuedToday, automaticShare, usual, perDay } = overview;
  return (
    <>
      <div className="numbers">
        <Figure
          label="逾期未审批"
          value={overdue}
          to={pageUrl('applications', { state: 'pending', order: 'oldest', waited: 'overdue' })}
          tone={overdue > 0 ? 'alert' : undefined}
          note="等待超过1个工作日"
        />
        <Figure label="今日申请" value={submittedToday} />
        <Figure label="今日出具" value={issuedToday} />
        <Figure
          label="系统审核占比"
          value={automaticShare === null ? '—' : `${Math.round(automaticShare)}%`}
          note="近30天"
        />
        <Figure
          label="人工审核用时"
          value={usual === null ? '—' : officeTimeText(usual)}
          note="近30天中位数，按办公时间计"
        />
      </div>
      <section className="sheet padded">
        <h2>每日申请</h2>
        <DayBars days={perDay.map(({ date, submitted }) => ({ date, count: submitted }))} unit="份" />
      </section>
    </>
  );
}
