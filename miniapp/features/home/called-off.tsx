import type { HomeActivities } from '../../../bff/contract/home/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { Box, Link } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';

/** Activities that were cancelled at short notice: whoever is about to set out reads it before everything else. */
export function CalledOff({ activities }: { activities: HomeActivities['calledOff'] }) {
  return (
    <>
      {activities.map(({ activityId, title, beginsAt, reason }) => (
        <Notice key={activityId} tone="bad">
          <Box>
            紧急取消：{title}（原定 {shownTime(beginsAt)}），请勿前往。{reason}
          </Box>
          <Link href={pageUrl('activity', { id: activityId })}>查看活动</Link>
        </Notice>
      ))}
    </>
  );
}
