import Taro from '@tarojs/taro';
import { TicketForm } from '../../features/tickets/ticket-form.tsx';
import { useParams } from '../../platform/address/use-params.ts';
import { MemberPage } from '../../shell/page.tsx';

/** 提交新工单: the address may name the category, a title and what it is about. */
export default function TicketFormPage() {
  const { category, from, title, tied } = useParams();
  // The page that led here is the one on which something went wrong.
  const before = Taro.getCurrentPages().at(-2)?.route;
  return (
    <MemberPage title="提交新工单" entry="tickets">
      {(account) => <TicketForm account={account} initial={category} title={title} tied={tied} from={from ?? before} />}
    </MemberPage>
  );
}
