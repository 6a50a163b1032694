import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { MAX_TICKET_BODY } from '../../../bff/contract/tickets/limits.ts';
import { everyFaultOf } from '../../providers/failure.ts';
import { formatInstant } from '../../ui/dates.ts';
import { useTicketAct, useTicketNotes } from './use-tickets.ts';

/** 内部备注: asked for and written on a path of its own; no member ever reads one. */
export function Notes({ ticketId }: { ticketId: number }) {
  const { data } = useTicketNotes(String(ticketId));
  const [body, setBody] = useState('');
  const act = useTicketAct(ticketId);
  const { error } = act;
  return (
    <section className="sheet padded ticket-notes" aria-labelledby="notes">
      <h2 id="notes">内部备注（会员看不到）</h2>
      {data?.items.length === 0 && <p className="quiet">还没有备注</p>}
      <ol className="plain ticket-messages">
        {data?.items.map(({ id, by, at, body: said }) => (
          <li key={id}>
            <div className="quiet">
              <strong>{by}</strong> <span className="figures">{formatInstant(at)}</span>
            </div>
            <div className="multiline">{said}</div>
          </li>
        ))}
      </ol>
      <form
        aria-label="内部备注"
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate({ act: 'note', body }, { onSuccess: () => setBody('') });
        }}
      >
        <Input.TextArea
          aria-label="写备注"
          value={body}
          maxLength={MAX_TICKET_BODY}
          autoSize={{ minRows: 2, maxRows: 8 }}
          placeholder="只有工作人员看得到；不算答复，不停止计时"
          onChange={({ target }) => setBody(target.value)}
        />
        {error && <Alert type="error" showIcon role="alert" title={everyFaultOf(error)} />}
        <Button htmlType="submit" disabled={body.trim() === ''} loading={act.isPending}>
          写入备注
        </Button>
      </form>
    </section>
  );
}
