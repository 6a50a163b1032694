import { NotificationOutlined } from '@ant-design/icons';
import { announcementEndpoints } from '../../../bff/contract/announcements/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { homePart } from '../../shell/home-parts.tsx';
import { page, type Resource } from '../../shell/resource.tsx';

/** 通知公告. */
export const announcements: Resource = {
  pages: [
    page(
      'announcements',
      announcementEndpoints.listAnnouncements,
      async () => (await import('./List.tsx')).AnnouncementList,
    ),
    page(
      'announcementNew',
      announcementEndpoints.createAnnouncement,
      async () => (await import('./New.tsx')).AnnouncementNew,
    ),
    page(
      'announcement',
      announcementEndpoints.showAnnouncement,
      async () => (await import('./Show.tsx')).AnnouncementShow,
    ),
    page(
      'announcementEdit',
      announcementEndpoints.updateAnnouncement,
      async () => (await import('./Edit.tsx')).AnnouncementEdit,
    ),
  ],
  menu: [
    {
      group: 'services',
      to: pageUrl('announcements'),
      label: '通知公告',
      icon: <NotificationOutlined />,
      endpoint: announcementEndpoints.listAnnouncements,
    },
  ],
  homeParts: [homePart(['service'], async () => (await import('./Latest.tsx')).LatestAnnouncements, 'below')],
};
