import { useDidShow } from '@tarojs/taro';
import { pageUrl } from '../../../addresses.ts';
import { Box } from '../../../ui/elements.tsx';
import { Row } from '../../../ui/lists/row.tsx';
import { Empty, Failure, Skeleton } from '../../../ui/sheets/blank.tsx';
import { OpenDetails } from '../open-activities.tsx';
import { useFirmActivities } from './use-firm-sign-up.ts';

/** 正在报名活动 of a firm: what it may sign its lawyers up for, and how many of them are. */
export function FirmActivities() {
  const { data, isError, error, refetch } = useFirmActivities();
  useDidShow(() => void refetch());
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  if (data.items.length === 0) return <Empty>目前没有可以为本所律师报名的活动。</Empty>;
  return (
    <Box>
      {data.items.map((activity) => (
        <Row
          key={activity.id}
          href={pageUrl('activity', { id: activity.id })}
          title={activity.title}
          detail={
            <>
              <OpenDetails activity={activity} />
              {activity.signedUp > 0 ? <Box>本所已报名、候补 {activity.signedUp} 人</Box> : null}
            </>
          }
          value={activity.left > 0 ? `余${activity.left}` : '已满'}
        />
      ))}
    </Box>
  );
}
