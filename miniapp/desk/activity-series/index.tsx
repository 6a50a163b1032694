import { OneSeries } from '../../features/activities/series/one-series.tsx';
import { useParams } from '../../platform/address/use-params.ts';
import { MemberPage } from '../../shell/page.tsx';

/** 活动系列: its sessions, and signing up for all of them. */
export default function ActivitySeriesPage() {
  const { id } = useParams();
  return (
    <MemberPage title="活动系列" entry="activities">
      {() => <OneSeries id={Number(id)} />}
    </MemberPage>
  );
}
