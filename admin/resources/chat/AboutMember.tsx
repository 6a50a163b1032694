import { Link } from 'react-router';
import { MAX_CHAT_TEXT } from '../../../bff/contract/chat/limits.ts';
import type { ChatDetail } from '../../../bff/contract/chat/replies.ts';
import { PROFILE_STATES } from '../../../bff/contract/profile/enums.ts';
import { applicationUrl, pageUrl, subjectUrl } from '../../addresses.ts';
import { formatInstant } from '../../ui/dates.ts';
import { FactList, type Fact } from '../../ui/FactList.tsx';
import { Grouped } from '../../ui/Grouped.tsx';
import { InternalNotes } from '../../ui/InternalNotes.tsx';
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
    [memberKind === 'firm' ? '执业许可证号' : '执业证号', <Grouped key="number" value={card.licenceNo} />],
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
    ...(card.profile ? [['信息补全', PROFILE_STATES[card.profile]] as Fact] : []),
    ...(card.nextActivity
      ? [['最近的活动', `${formatInstant(card.nextActivity.beginsAt)} ${card.nextActivity.title}`] as Fact]
      : []),
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
  const { mutate, error, isPending } = useChatAct(id);
  return (
    <InternalNotes
      className="chat-notes"
      notes={notes}
      maxLength={MAX_CHAT_TEXT}
      placeholder="只有工作人员看得到"
      fault={error}
      isPending={isPending}
      onWrite={(body, done) => mutate({ act: 'note', body }, { onSuccess: done })}
    />
  );
}
