import { Button, Dropdown, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { ChatDesk, ChatDetail } from '../../../bff/contract/chat/replies.ts';
import { TICKET_CATEGORIES, type TicketCategoryKey } from '../../../bff/contract/tickets/enums.ts';
import { AskFacts } from './AskFacts.tsx';
import { Offer, type Asking } from './Offer.tsx';
import type { useChatAct } from './use-desk.ts';

type Asked = 'facts' | 'offer' | 'ticket' | 'pause' | null;
const CATEGORIES = (Object.keys(TICKET_CATEGORIES) as TicketCategoryKey[]).map((value) => ({
  value,
  label: TICKET_CATEGORIES[value].label,
}));

/** What may be done about a talk. */
export function Acts({
  chat,
  act,
  desk,
}: {
  chat: ChatDetail;
  act: ReturnType<typeof useChatAct>;
  desk: Pick<ChatDesk, 'colleagues' | 'roles'>;
}) {
  const { can } = chat;
  const [asked, setAsked] = useState<Asked>(null);
  const more = [
    ...(can.send ? [{ key: 'facts', label: '与会员核对登记信息…' }] : []),
    ...(can.handOver
      ? [
          { key: 'offer', label: can.withdraw ? '改为转接给…' : '转接…' },
          { key: 'return', label: '放回队首' },
        ]
      : []),
    ...(can.pause ? [{ key: 'pause', label: '结束并暂停该会员24小时…', danger: true }] : []),
  ];
  return (
    <div className="row">
      {can.take && (
        <Button type="primary" loading={act.isPending} onClick={() => act.mutate({ act: 'take' })}>
          接入
        </Button>
      )}
      {can.accept && (
        <Button type="primary" loading={act.isPending} onClick={() => act.mutate({ act: 'accept' })}>
          接受转接
        </Button>
      )}
      {can.refuse && <Button onClick={() => act.mutate({ act: 'refuse' })}>不接受</Button>}
      {can.withdraw && (
        <Button loading={act.isPending} onClick={() => act.mutate({ act: 'withdraw' })}>
          取消转接
        </Button>
      )}
      {can.ticket && <Button onClick={() => setAsked('ticket')}>转为工单</Button>}
      {can.end && (
        <Button loading={act.isPending} onClick={() => act.mutate({ act: 'end' })}>
          结束对话
        </Button>
      )}
      {more.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: more,
            onClick: ({ key }) => (key === 'return' ? act.mutate({ act: 'return' }) : setAsked(key as Asked)),
          }}
        >
          <Button>更多</Button>
        </Dropdown>
      )}
      {asked === 'facts' && <AskFacts chat={chat} act={act} onClose={() => setAsked(null)} />}
      {asked === 'offer' && <Offer act={act} desk={desk} onClose={() => setAsked(null)} />}
      {asked === 'ticket' && <IntoTicket chat={chat} act={act} onClose={() => setAsked(null)} />}
      {asked === 'pause' && <Pause act={act} onClose={() => setAsked(null)} />}
    </div>
  );
}

function IntoTicket({ chat, act, onClose }: Asking & { chat: ChatDetail }) {
  const [category, setCategory] = useState<TicketCategoryKey>('other');
  const [title, setTitle] = useState(chat.subject || '在线咨询');
  return (
    <Modal
      open
      title="转为工单"
      okText="转为工单并结束对话"
      okButtonProps={{ disabled: title.trim() === '', loading: act.isPending }}
      onCancel={onClose}
      onOk={() => act.mutate({ act: 'ticket', category, title }, { onSuccess: onClose })}
    >
      <form className="confirm" aria-label="转为工单">
        <p className="quiet">往来的文字和文件一并带入，会员可以在“我的工单”中查看。</p>
        <label>
          <span className="required">分类</span>
          <Select aria-label="分类" value={category} onChange={setCategory} options={CATEGORIES} />
        </label>
        <label>
          <span className="required">标题</span>
          <Input value={title} maxLength={60} onChange={({ target }) => setTitle(target.value)} />
        </label>
      </form>
    </Modal>
  );
}

function Pause({ act, onClose }: Asking) {
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title="结束并暂停24小时"
      okText="结束并暂停"
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: act.isPending }}
      onCancel={onClose}
      onOk={() => act.mutate({ act: 'pause', reason }, { onSuccess: onClose })}
    >
      <form className="confirm" aria-label="结束并暂停24小时">
        <p className="quiet">24小时内不再受理该会员的在线咨询，工单不受影响。原因会员可以看到，并记入操作日志。</p>
        <label>
          <span className="required">原因</span>
          <Input value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} />
        </label>
      </form>
    </Modal>
  );
}
