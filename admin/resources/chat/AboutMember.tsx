import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { MAX_CHAT_TEXT } from '../../../bff/contract/chat/limits.ts';
import type { ChatDetail } from '../../../bff/contract/chat/replies.ts';
import { applicationUrl, pageUrl, subjectUrl } from '../../addresses.ts';
import { everyFaultOf } from '../../providers/failure.ts';
import { formatInstant } from '../../ui/dates.ts';
import { FactList, type Fact } from '../../ui/FactList.tsx';
import { useChatAct } from './use-desk.ts';

/** The third column: who asks, without anything private, and what the desk has noted. */
export function AboutMember({ chat }: { chat: ChatDetail }) {
  const { memberKind, memberId, memberName, card, ticket } = chat;
  const facts: Fact[] = [
    [
      memberKind === 'firm' ? '律所' : '律师',
      <Link key="member" to={subjectUrl(memberKind, memberId)}>
        {memberName}
      </Link>,
    ],
    [
      memberKind === 'firm' ? '执业许可证号' : '执业证号',
      <span key="number" className="figures">
        {card.licenceNo}
      </span>,
    ],
    ...(card.firm
      ? [
          [
            '执业机构',
            <Link key="firm" to={subjectUrl('firm', card.firm.id)}>
              {card.firm.name}
            </Link>,
          ] as Fact,
        ]
      : []),
    ...(card.isCancelled ? [['状态', '已注销'] as Fact] : []),
    ['此前咨询', `${card.earlierTalks}次`],
    ...(ticket
      ? [
          [
            '已转工单',
            <Link key="ticket" to={pageUrl('ticket', { id: ticket.id })}>
              {ticket.number}
            </Link>,
          ] as Fact,
        ]
      : []),
  ];
  return (
    <aside className="sheet padded chat-about" aria-label="会员信息">
      <h2>会员</h2>
      <FactList facts={facts} />
      <h2>未办结的工单</h2>
      {card.openTickets.length === 0 && <p className="quiet">没有</p>}
      <ul className="plain">
        {card.openTickets.map(({ id, number, title }) => (
          <li key={id}>
            <Link to={pageUrl('ticket', { id })}>{number}</Link> {title}
          </li>
        ))}
      </ul>
      <h2>最近的证明</h2>
      {card.lastCertificates.length === 0 && <p className="quiet">没有</p>}
      <ul className="plain">
        {card.lastCertificates.map(({ id, number, at }) => (
          <li key={id}>
            <Link to={applicationUrl({ id })}>{number}</Link>{' '}
            <span className="quiet figures">{formatInstant(at).slice(0, 10)}</span>
          </li>
        ))}
      </ul>
      <Notes chat={chat} />
    </aside>
  );
}

function Notes({ chat: { id, notes } }: { chat: ChatDetail }) {
  const [body, setBody] = useState('');
  const act = useChatAct(id);
  return (
    <section className="ticket-notes chat-notes" aria-labelledby="chat-notes">
      <h2 id="chat-notes">内部备注（会员看不到）</h2>
      <ol className="plain">
        {notes.map((note) => (
          <li key={note.id}>
            <div className="quiet">
              <strong>{note.by}</strong> <span className="figures">{formatInstant(note.at)}</span>
            </div>
            <div className="multiline">{note.body}</div>
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
          maxLength={MAX_CHAT_TEXT}
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder="只有工作人员看得到"
          onChange={({ target }) => setBody(target.value)}
        />
        {act.error && <Alert type="error" showIcon role="alert" title={everyFaultOf(act.error)} />}
        <Button htmlType="submit" disabled={body.trim() === ''} loading={act.isPending}>
          写入备注
        </Button>
      </form>
    </section>
  );
}
