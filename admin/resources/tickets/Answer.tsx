import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { MAX_TICKET_BODY } from '../../../bff/contract/tickets/limits.ts';
import type { TicketDetail } from '../../../bff/contract/tickets/endpoints.ts';
import type { AnswerTicket } from '../../../bff/contract/tickets/schemas.ts';
import { everyFaultOf } from '../../providers/failure.ts';
import { useTicketAct } from './use-tickets.ts';

const NEXT = [
  { next: 'solved', label: '答复并解决', said: '已答复，工单已解决' },
  { next: 'asked', label: '请补充材料', said: '已答复，等待对方补充，暂停计时' },
  { next: 'working', label: '答复，继续处理', said: '已答复' },
] as const satisfies { next: AnswerTicket['next']; label: string; said: string }[];

/** What the member reads. Notes of the staff are written elsewhere, in a box of another colour. */
export function Answer({ ticket: { id, version } }: { ticket: TicketDetail }) {
  const [body, setBody] = useState('');
  const { message } = App.useApp();
  const act = useTicketAct(id);
  const answer = ({ next, said }: (typeof NEXT)[number]) =>
    act.mutate(
      { act: 'answer', version, body, next },
      {
        // Nothing else empties the box: taken over, or with a word of the member in between, it is still to be sent.
        onSuccess: () => {
          setBody('');
          void message.success(said);
        },
      },
    );
  const { error } = act;
  return (
    <form className="confirm" aria-label="答复" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span className="required">答复（会员可以看到）</span>
        <Input.TextArea
          value={body}
          maxLength={MAX_TICKET_BODY}
          showCount
          autoSize={{ minRows: 4, maxRows: 14 }}
          onChange={({ target }) => setBody(target.value)}
        />
      </label>
      {error && <Alert type="error" showIcon role="alert" title={everyFaultOf(error)} />}
      <div className="row">
        {NEXT.map((choice, index) => (
          <Button
            key={choice.next}
            type={index === 0 ? 'primary' : 'default'}
            disabled={act.isPending}
            onClick={() => answer(choice)}
          >
            {choice.label}
          </Button>
        ))}
      </div>
    </form>
  );
}
