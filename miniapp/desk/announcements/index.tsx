import { AnnouncementList } from '../../features/announcements/announcement-list.tsx';
import { MemberPage } from '../../shell/page.tsx';

export default function AnnouncementsPage() {
  return (
    <MemberPage title="通知公告" entry="announcements">
      {() => <AnnouncementList />}
    </MemberPage>
  );
}
