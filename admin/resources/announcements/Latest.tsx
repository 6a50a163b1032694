import { announcementEndpoints } from '../../../bff/contract/announcements/endpoints.ts';
import type { AnnouncementRow } from '../../../bff/contract/announcements/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { ShortList } from '../../ui/list/ShortList.tsx';
import { AnnouncementCard, announcementColumns, announcementHref } from './List.tsx';

/** What members were told last and will be told next: they ask about it. On the home of 客服人员. */
export function LatestAnnouncements() {
  return (
    <ShortList<AnnouncementRow>
      title="最近的通知公告"
      all={{ to: pageUrl('announcements'), label: '全部通知公告' }}
      queryKey={['announcements', 'list', 'latest']}
      load={(at, signal) => call(announcementEndpoints.listAnnouncements, { query: at }, signal)}
      columns={announcementColumns}
      card={(row) => <AnnouncementCard row={row} />}
      href={announcementHref}
      empty="没有公告"
    />
  );
}
