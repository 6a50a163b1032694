import { ChatDesk } from '../../features/chat/chat-desk.tsx';
import { useParams } from '../../platform/address/use-params.ts';
import { MemberPage } from '../../shell/page.tsx';

export default function ChatPage() {
  const { talk } = useParams();
  return (
    <MemberPage title="联系客服" entry="chat">
      {(account) => <ChatDesk account={account} asked={Number(talk) || null} />}
    </MemberPage>
  );
}
