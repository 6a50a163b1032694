import { ChatDesk } from '../../features/chat/chat-desk.tsx';
import { MemberPage } from '../../shell/page.tsx';

export default function ChatPage() {
  return (
    <MemberPage title="联系客服" entry="chat">
      {(account) => <ChatDesk account={account} />}
    </MemberPage>
  );
}
