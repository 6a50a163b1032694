import { TicketForm } from '../../features/tickets/ticket-form.tsx';
import { useParams } from '../../platform/address/use-params.ts';
import { MemberPage } from '../../shell/page.tsx';

/** 提交新工单: the address may name the category. */
export default function TicketFormPage() {
  const { category } = useParams();
  return (
    <MemberPage title="提交新工单" entry="tickets">
      {() => <TicketForm initial={category} />}
    </MemberPage>
  );
}
