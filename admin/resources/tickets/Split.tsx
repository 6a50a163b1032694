import { Alert, App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { MAX_TICKET_TITLE } from '../../../bff/contract/tickets/limits.ts';
import type { TicketDetail } from '../../../bff/contract/tickets/endpoints.ts';
import { everyFaultOf } from '../../providers/failure.ts';
import { CATEGORY_OPTIONS } from './category-options.ts';
import { useSplit } from './use-merging.ts';
import { useWarnWhile } from '../../ui/form/use-leave-warning.ts';

/** 拆分: one message of the member into a ticket of its own. */
export function Split(props: { ticket: TicketDetail; messageId: number; onClose: () => void }) {
  const { ticket, messageId, onClose } = props;
  const [title, setTitle] = useState('');
  const [category, setCategory] = useState(ticket.category);
  useWarnWhile(title !== '');
  const { message } = App.useApp();
  const split = useSplit(messageId);
  const { error } = split;
  const send = () =>
    split.mutate(
      { version: ticket.version, title, category },
      {
        onSuccess: ({ number }) => {
          void message.success(`已拆分为工单${number}`);
          onClose();
        },
      },
    );
  return (
    <form
      className="confirm ticket-split"
      aria-label="拆分为新工单"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="quiet">这条留言和它的附件移到新工单，时限从留言时起算。</p>
      <label>
        <span className="required">新工单的标题</span>
        <Input value={title} maxLength={MAX_TICKET_TITLE} onChange={({ target }) => setTitle(target.value)} />
      </label>
      <label>
        <span>分类</span>
        <Select aria-label="新工单的分类" value={category} options={CATEGORY_OPTIONS} onChange={setCategory} />
      </label>
      {error && <Alert type="error" showIcon role="alert" title={everyFaultOf(error)} />}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={split.isPending}>
          拆分
        </Button>
        <Button onClick={onClose}>不拆分</Button>
      </div>
    </form>
  );
}
