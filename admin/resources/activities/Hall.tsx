import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useParams } from 'react-router';
import { doorEndpoints } from '../../../bff/contract/door/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';

const SOON_MS = 500;

/** 大屏签到码: for the screen of a hall, another code every 15 seconds. */
export function Hall() {
  const { id = '' } = useParams();
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['activities', 'hall', id],
    queryFn: ({ signal }) => call(doorEndpoints.showHallScreen, { params: { id } }, signal),
    refetchInterval: ({ state }) =>
      state.data ? Math.max(SOON_MS, Date.parse(state.data.until) - Date.parse(state.data.now)) : SOON_MS * 10,
    refetchIntervalInBackground: true,
  });
  if (!data && isError) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="page" paragraph={{ rows: 8 }} />;
  return (
    <Page title={data.title} name="大屏签到码" back={{ to: pageUrl('activityDoor', { id }), label: '签到' }}>
      <section className="sheet padded hall">
        <img src={data.picture} alt="现场签到码" />
        <p>请用微信扫码签到，并填写主持人公布的4位数字</p>
        <p>
          已到 <strong className="figures">{data.present}</strong> 人{isError && '（网络中断，码可能已过期）'}
        </p>
      </section>
    </Page>
  );
}
