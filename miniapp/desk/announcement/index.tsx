import { OneAnnouncement } from '../../features/announcements/one-announcement.tsx';
import { useParams } from '../../platform/address/use-params.ts';
import { MemberPage } from '../../shell/page.tsx';

export default function AnnouncementPage() {
  const { id } = useParams();
  return (
    <MemberPage title="通知公告" entry="announcements">
      {() => <OneAnnouncement id={Number(id)} />}
    </MemberPage>
  );
}
