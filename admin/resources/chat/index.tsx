import { MessageOutlined } from '@ant-design/icons';
import { chatDeskEndpoints } from '../../../bff/contract/chat/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { homePart } from '../../shell/home-parts.tsx';
import { page, type Resource } from '../../shell/resource.tsx';

/** 联系客服: the desk, and talks that are over. */
export const chat: Resource = {
  pages: [
    page('chat', chatDeskEndpoints.showChatDesk, async () => (await import('./Desk.tsx')).ChatDeskPage),
    page('chatHistory', chatDeskEndpoints.listChats, async () => (await import('./History.tsx')).ChatHistory),
  ],
  menu: [
    {
      group: 'services',
      to: pageUrl('chat'),
      label: '在线咨询',
      icon: <MessageOutlined />,
      endpoint: chatDeskEndpoints.showChatDesk,
      waiting: ['chats'],
    },
  ],
  homeParts: [homePart(['service'], async () => (await import('./Recent.tsx')).RecentTalks, 'below')],
};
