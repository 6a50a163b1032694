import { MailOutlined } from '@ant-design/icons';
import { notificationEndpoints } from '../../../bff/contract/notifications/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';
import { subjectPart } from '../../subjects/parts.tsx';

/** 消息发送记录. */
export const messages: Resource = {
  pages: [page('messages', notificationEndpoints.listMessages, async () => (await import('./List.tsx')).MessageList)],
  subjectParts: [subjectPart('sections', async () => (await import('./ToldOf.tsx')).ToldOf)],
  menu: [
    {
      group: 'system',
      to: pageUrl('messages'),
      label: '消息发送记录',
      icon: <MailOutlined />,
      endpoint: notificationEndpoints.listMessages,
    },
  ],
};
