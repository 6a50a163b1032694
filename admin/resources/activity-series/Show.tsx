import { Button, Skeleton } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { ACTIVITY_PHASES } from '../../../bff/contract/activities/enums.ts';
import { SERIES_WAYS } from '../../../bff/contract/activity-series/enums.ts';
import type { StaffSeries } from '../../../bff/contract/activity-series/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { formatInstant } from '../../ui/dates.ts';
import { FactList, type Fact } from '../../ui/FactList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { RichText } from '../../ui/rich-text/RichText.tsx';
import { neededInWords } from './needed-in-words.ts';
import { useSeries } from './use-series.ts';

/** One series: how it is signed up for, and its sessions. */
export function SeriesShow() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const { data, isError, error, refetch } = useSeries(id);
  if (!data && isError) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="page" paragraph={{ rows: 8 }} />;
  return (
    <Page
      title={data.title}
      name={data.title}
      back={{ to: pageUrl('activitySeries'), label: '活动系列' }}
      actions={<Button onClick={() => void navigate(pageUrl('seriesEdit', { id }))}>修改</Button>}
    >
      <section className="sheet padded">
        <FactList
          facts={[
            ['报名方式', SERIES_WAYS[data.way]],
            ['学时', neededInWords(data.needed)],
            ['报名情况', data.isFree ? '还没有人报名' : '已有人报名，报名方式不能改变'],
          ]}
        />
      </section>
      <section className="sheet padded">
        <h2>系列介绍</h2>
        <RichText nodes={data.details} />
      </section>
      <section className="sheet padded">
        <h2>场次</h2>
        {data.sessions.length === 0 ? (
          <p className="quiet">还没有场次：新增活动时，在“所属系列”选择本系列。</p>
        ) : (
          <FactList facts={data.sessions.map(factOf)} />
        )}
        <div className="row">
          <Button onClick={() => void navigate(pageUrl('activityNew', { series: id }))}>新增场次</Button>
        </div>
      </section>
    </Page>
  );
}

const factOf = ({ id, title, phase, beginsAt, place, taken, capacity }: StaffSeries['sessions'][number]): Fact => [
  formatInstant(beginsAt),
  <span key={id}>
    <Link to={pageUrl('activity', { id })}>{title}</Link>　{ACTIVITY_PHASES[phase]}　{place}　已占名额 {taken} /{' '}
    {capacity}
  </span>,
];
