import { useEffect, useState } from 'react';
import type { MemberAccount } from '../../../bff/contract/accounts/replies.ts';
import { CHAT_CLOSED_FOR } from '../../../bff/contract/chat/enums.ts';
import type { ChatDoor, OwnChat } from '../../../bff/contract/chat/endpoints.ts';
import { MAX_CHAT_SUBJECT } from '../../../bff/contract/chat/limits.ts';
import { NOTHING_KEPT, keep, show } from '../../../bff/contract/chat/numbers.ts';
import { ticketEndpoints } from '../../../bff/contract/tickets/endpoints.ts';
import { MAX_TICKET_BODY } from '../../../bff/contract/tickets/limits.ts';
import { pageUrl } from '../../addresses.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { AttachmentsField } from '../../application/attachments-field.tsx';
import { TICKET_FILES } from '../../application/attaching/takes.ts';
import { useSending } from '../../application/use-sending.ts';
import { useOffice } from '../../office/use-office.ts';
import { accountStorage } from '../../platform/account/account-storage.ts';
import { goTo } from '../../platform/page/navigate.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { askToTell } from '../../platform/wechat/subscribe.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Tap } from '../../ui/elements.tsx';
import { TextAreaField, TextField } from '../../ui/fields/text-field.tsx';
import { LoadMore } from '../../ui/lists/load-more.tsx';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';
import { ChatRating } from './chat-rating.tsx';
import { LiveTalk } from './live-talk.tsx';
import { Said } from './said.tsx';
import { startChat, turnIntoTicket, useChatDoor, useEarlierTalk, useEarlierTalks, useOwnChat } from './use-chat.ts';
import styles from './chat.module.css';

/** 联系客服: the way in, the talk, and the talks before. */
export function ChatDesk({ account, asked = null }: { account: MemberAccount; asked?: number | null }) {
  const door = useChatDoor();
  // What is shown above the way in: the talk that the address names, or the one that was on this page until a moment ago.
  const [last, setLast] = useState(asked);
  const current = door.data?.current?.id ?? null;
  useEffect(() => {
    if (current !== null) setLast(current);
  }, [current]);
  if (door.isError && !door.data) return <Failure fault={door.error} onRetry={() => void door.refetch()} />;
  if (!door.data)
    return (
      <Sheet>
        <Skeleton lines={6} />
      </Sheet>
    );
  if (door.data.current) {
    const { current: chat } = door.data;
    return <LiveTalk key={chat.id} accountId={account.id} chat={chat} door={door.data} />;
  }
  return (
    <>
      {last === null ? null : <JustEnded id={last} />}
      <Begin account={account} door={door.data} />
      <Earlier />
    </>
  );
}

function Begin({ account, door }: { account: MemberAccount; door: ChatDoor }) {
  const [subject, setSubject] = useState('');
  const [fault, setFault] = useState('');
  const [isBusy, setBusy] = useState(false);
  const office = useOffice();
  const begin = async () => {
    // WeChat asks only in answer to a tap: before anything is waited for.
    askToTell(office.data?.answerTemplates ?? []);
    setBusy(true);
    setFault('');
    try {
      await startChat(subject);
    } catch (thrown) {
      setFault(faultText(thrown));
    } finally {
      setBusy(false);
    }
  };
  if (!door.isOpen) return <Closed account={account} door={door} />;
  return (
    <Sheet title="联系客服">
      <Box as="p">
        客服在线，{door.waiting === 0 ? '现在无需排队' : `前面有 ${door.waiting} 位在排队`}。服务时间：{door.hours}。
      </Box>
      {door.closesWords === '' ? null : <Notice tone="warn">{door.closesWords}</Notice>}
      <TextField
        id="chat-subject"
        label="咨询事项"
        value={subject}
        onChange={setSubject}
        placeholder="选填，一句话即可"
        error={[...subject].length > MAX_CHAT_SUBJECT ? `最多${MAX_CHAT_SUBJECT}个字` : undefined}
      />
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <Button onTap={() => void begin()} busyLabel={isBusy && '正在排队…'}>
        开始咨询
      </Button>
    </Sheet>
  );
}

const DRAFT = 'chat-draft';

/** The same box while nobody answers: what is typed becomes a ticket. */
function Closed({ account, door }: { account: MemberAccount; door: ChatDoor }) {
  const [text, setText] = useState(
    () => (accountStorage.read(account.id, DRAFT) as { text?: string } | undefined)?.text ?? '',
  );
  const type = (next: string) => {
    setText(next);
    if (next === '') accountStorage.forget(account.id, DRAFT);
    else accountStorage.write(account.id, DRAFT, { text: next });
  };
  const { faults, fault, isBusy, files, send, mended } = useSending(['body', 'attachments']);
  const goOn = () =>
    send(async (sent) => {
      const title = [...text.trim().replace(/\s+/g, ' ')].slice(0, MAX_CHAT_SUBJECT).join('');
      const { id } = await call(ticketEndpoints.openTicket, {
        body: { category: 'other', title, body: text, ...sent },
      });
      type('');
      showToast('已转为工单');
      goTo(pageUrl('ticket', { id }));
    });
  return (
    <Sheet title="联系客服">
      <Notice tone="warn">
        {door.closedFor ? CHAT_CLOSED_FOR[door.closedFor] : ''}
        {door.opensWords === '' ? '' : `，${door.opensWords} 起可以咨询`}。服务时间：{door.hours}。
      </Notice>
      <TextAreaField
        id="chat-words"
        label="您的问题"
        value={text}
        onChange={(next) => {
          type(next);
          mended('body');
        }}
        rows={5}
        max={MAX_TICKET_BODY}
        placeholder="写下问题，转为工单后由协会在办公时间内答复"
        {...(faults.body ? { error: faults.body } : {})}
      />
      <AttachmentsField {...files} takes={TICKET_FILES} label="附件" proves="有截图或材料的请上传" required={false} />
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <Box className={styles.acts}>
        <Button onTap={() => void goOn()} disabled={text.trim() === ''} busyLabel={isBusy && '正在提交…'}>
          转为工单
        </Button>
      </Box>
    </Sheet>
  );
}

function JustEnded({ id }: { id: number }) {
  const { data: chat } = useOwnChat(id);
  return chat?.state === 'closed' ? <Ended chat={chat} /> : null;
}

function Ended({ chat }: { chat: OwnChat }) {
  const { data } = useEarlierTalk(chat.id);
  const turn = async () => {
    try {
      const { ticket } = await turnIntoTicket(chat.id);
      if (ticket) goTo(pageUrl('ticket', { id: ticket.id }));
    } catch (fault) {
      showToast(faultText(fault));
    }
  };
  const { ticket } = chat;
  return (
    <>
      <ChatRating id={chat.id} />
      <Sheet title={chat.subject || '对话已结束'}>
        {data ? <Said id={chat.id} shown={show(keep(NOTHING_KEPT, data))} isOpen={false} /> : <Skeleton lines={4} />}
        <Box className={styles.acts}>
          {ticket ? (
            <Button kind="secondary" onTap={() => goTo(pageUrl('ticket', { id: ticket.id }))}>
              {`查看工单 ${ticket.number}`}
            </Button>
          ) : chat.can.ticket ? (
            <Button kind="secondary" onTap={() => void turn()}>
              转为工单
            </Button>
          ) : null}
        </Box>
      </Sheet>
    </>
  );
}

/** Talks before, kept for two years. */
function Earlier() {
  const { query, items } = useEarlierTalks();
  const [opened, setOpened] = useState<number | null>(null);
  if (items.length === 0) return null;
  return (
    <Sheet title="咨询记录">
      {items.map((chat) => (
        <Box key={chat.id}>
          <Tap
            className={styles.earlier}
            expanded={opened === chat.id}
            onTap={() => setOpened(opened === chat.id ? null : chat.id)}
          >
            <Box as="span">{chat.subject || '在线咨询'}</Box>
            <Box as="span" className={styles.when}>
              {shownTime(chat.openedAt)}
            </Box>
          </Tap>
          {opened === chat.id ? <Ended chat={chat} /> : null}
        </Box>
      ))}
      <LoadMore query={query} />
    </Sheet>
  );
}
