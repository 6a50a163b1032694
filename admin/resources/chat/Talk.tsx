import { Alert, Button, Skeleton } from 'antd';
import { useEffect, useRef } from 'react';
import { CHAT_EVENTS } from '../../../bff/contract/chat/enums.ts';
import { chatDeskEndpoints } from '../../../bff/contract/chat/endpoints.ts';
import { RETRACT_MS } from '../../../bff/contract/chat/limits.ts';
import { show } from '../../../bff/contract/chat/numbers.ts';
import type { Bubble } from '../../../bff/contract/chat/outbox.ts';
import type { ChatDesk, ChatDetail, ChatMessage } from '../../../bff/contract/chat/replies.ts';
import { FILE_STATES, isDelivered } from '../../../bff/contract/files/enums.ts';
import { addressOf } from '../../providers/call.ts';
import { ApiFailure, sentenceOf } from '../../providers/failure.ts';
import { formatInstant } from '../../ui/dates.ts';
import { Failure } from '../../ui/Failure.tsx';
import { FileLink } from '../../ui/FileLink.tsx';
import { AboutMember } from './AboutMember.tsx';
import { Acts } from './Acts.tsx';
import { Composer } from './Composer.tsx';
import { LinkedWords } from './LinkedWords.tsx';
import type { Talks } from './talks.ts';
import { useChat, useChatAct } from './use-desk.ts';

type Lists = Pick<ChatDesk, 'colleagues' | 'roles'>;

/** One talk, with what may be done about it, and who asks beside it. */
export function Talk({ id, talks, desk }: { id: number; talks: Talks; desk: Lists }) {
  const { data, isError, error, refetch } = useChat(id);
  // What was there a moment ago is somebody else's now: nothing of it stays on the screen, least of all a box to write in.
  if (data && error instanceof ApiFailure && error.code === 'not_found') {
    return (
      <section className="sheet padded chat-nothing">
        <p className="quiet">{`与${data.memberName}的对话已由其他同事接待。`}</p>
      </section>
    );
  }
  if (isError && !data) {
    return (
      <section className="sheet padded chat-nothing">
        <Failure error={error} onRetry={() => void refetch()} />
      </section>
    );
  }
  if (!data) return <Skeleton active className="sheet padded chat-nothing" paragraph={{ rows: 8 }} />;
  return (
    <>
      <Thread chat={data} talks={talks} desk={desk} />
      <AboutMember chat={data} />
    </>
  );
}

function Thread({ chat, talks, desk }: { chat: ChatDetail; talks: Talks; desk: Lists }) {
  const { id, memberName, subject, can } = chat;
  const { kept, bubbles, typingUntil } = talks.of(id);
  const shown = show(kept);
  const end = useRef<HTMLDivElement>(null);
  const act = useChatAct(id);
  // Newer browsers answer with a promise, which is no way to undo it.
  useEffect(() => void end.current?.scrollIntoView({ block: 'nearest' }), [kept.have, bubbles.length]);
  useEffect(() => {
    if (can.send && document.visibilityState === 'visible') talks.markRead(id);
  }, [can.send, talks, id, kept.have]);
  return (
    <section className="sheet chat-talk" aria-label={`与${memberName}的对话`}>
      <header className="chat-head">
        <div>
          <strong>{memberName}</strong>
          {subject && <div className="quiet">{subject}</div>}
        </div>
        <Acts chat={chat} act={act} desk={desk} />
      </header>
      {chat.offer && (
        <Alert
          type="info"
          showIcon
          title={
            chat.offer.isToMe
              ? `${chat.offer.by}请您接待${chat.offer.word && `：${chat.offer.word}`}`
              : `等待${chat.offer.to}接受转接`
          }
        />
      )}
      {act.error && <Alert type="error" showIcon role="alert" title={sentenceOf(act.error)} />}
      <div className="chat-scroll" role="log" aria-label="往来">
        {shown.items.map((message) => (
          <Message
            key={message.seq}
            chatId={id}
            message={message}
            isRead={message.seq <= shown.readByMember}
            onRetract={can.send ? (seq) => act.mutate({ act: 'retract', seq }) : undefined}
          />
        ))}
        {bubbles.map((bubble) => (
          <OnItsWay key={bubble.clientId} id={id} bubble={bubble} talks={talks} />
        ))}
        {typingUntil > Date.now() && <p className="quiet">对方正在输入…</p>}
        <div ref={end} />
      </div>
      {can.send ? (
        <Composer id={id} to={chat.memberKind} talks={talks} />
      ) : (
        <p className="quiet chat-foot">
          {chat.state === 'waiting'
            ? '接入后可以答复。'
            : chat.state === 'closed'
              ? '对话已结束。'
              : `由${chat.assigneeName}接待。`}
        </p>
      )}
    </section>
  );
}

function eventWords({ event, byName, facts }: ChatMessage): string {
  if (event === 'facts_right') return '会员确认核对无误';
  if (event === 'facts_wrong') return `会员表示${facts?.[0]?.label ?? ''}有误`;
  if (event === 'taken') return `${byName}接入`;
  if (event === 'handed') return `已转给${byName}`;
  if (event === 'offered') return `${byName}发起转接`;
  if (event === 'offer_refused') return `${byName}没有接受转接`;
  if (event === 'offer_lapsed') return '没有人接受转接，仍由原客服接待';
  if (event === 'offer_withdrawn') return `${byName}取消了转接`;
  if (event === 'retracted') return `${byName}撤回了一条消息`;
  return event ? CHAT_EVENTS[event] : '';
}

function Message({
  chatId,
  message,
  isRead,
  onRetract,
}: {
  chatId: number;
  message: ChatMessage;
  isRead: boolean;
  onRetract: ((seq: number) => void) | undefined;
}) {
  const { seq, at, by, byName, kind, event, text, file } = message;
  if (event === 'facts_asked') return <AskedFacts message={message} />;
  if (kind === 'event') {
    return (
      <p className="quiet chat-event">
        {eventWords(message)} <span className="figures">{formatInstant(at).slice(11)}</span>
      </p>
    );
  }
  const isOurs = by === 'staff';
  const params = { id: String(chatId), seq: String(seq), file: file?.id ?? '' };
  return (
    <div className={isOurs ? 'chat-message ours' : 'chat-message'}>
      <div className="quiet">
        {byName} <span className="figures">{formatInstant(at).slice(11)}</span>
      </div>
      <div className="chat-bubble">
        {kind === 'faq' ? (
          `常见问题：${text}`
        ) : file === null ? (
          <LinkedWords text={text} />
        ) : isDelivered(file.state) ? (
          <FileLink file={file} address={addressOf(chatDeskEndpoints.showChatFile, { params })} />
        ) : (
          `${file.name}（${FILE_STATES[file.state]}）`
        )}
      </div>
      {isOurs && (
        <div className="quiet">
          {isRead ? '已读' : '已送达'}
          {onRetract && Date.now() - Date.parse(at) < RETRACT_MS && (
            <Button type="link" size="small" onClick={() => onRetract(seq)}>
              撤回
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** What the member was asked to confirm. */
function AskedFacts({ message: { at, byName, facts } }: { message: ChatMessage }) {
  return (
    <div className="chat-message ours">
      <div className="quiet">
        {byName}请会员核对 <span className="figures">{formatInstant(at).slice(11)}</span>
      </div>
      <dl className="chat-bubble chat-facts">
        {(facts ?? []).map(({ field, label, value }) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function OnItsWay({ id, bubble, talks }: { id: number; bubble: Bubble; talks: Talks }) {
  const { clientId, text, state, fault } = bubble;
  return (
    <div className="chat-message ours">
      <div className="chat-bubble">{text}</div>
      <div className={state === 'sending' ? 'quiet' : 'fault'}>
        {state === 'sending' ? '发送中' : state === 'failed' ? '未发出，正在重试' : fault || '未发出'}
        {state !== 'sending' && (
          <Button type="link" size="small" onClick={() => talks.retry(id, clientId)}>
            重试
          </Button>
        )}
        {state === 'refused' && (
          <Button type="link" size="small" onClick={() => talks.drop(id, clientId)}>
            删除
          </Button>
        )}
      </div>
    </div>
  );
}
