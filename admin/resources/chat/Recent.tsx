import { chatDeskEndpoints } from '../../../bff/contract/chat/endpoints.ts';
import type { ChatRow } from '../../../bff/contract/chat/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { ShortList } from '../../ui/list/ShortList.tsx';
import { chatColumns, ChatCard, chatHref } from './History.tsx';

/** Talks that ended last, on the home of 客服人员. */
export function RecentTalks() {
  return (
    <ShortList<ChatRow>
      title="最近的咨询"
      all={{ to: pageUrl('chatHistory'), label: '全部咨询记录' }}
      queryKey={['chat', 'history', 'recent']}
      load={(at, signal) => call(chatDeskEndpoints.listChats, { query: at }, signal)}
      columns={chatColumns}
      card={(row) => <ChatCard row={row} />}
      href={chatHref}
      empty="还没有咨询记录"
    />
  );
}
