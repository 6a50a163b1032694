import { useEffect, useState } from 'react';
import { chatEndpoints, type ChatDoor, type OwnChat } from '../../../bff/contract/chat/endpoints.ts';
import { CHAT_CLOSED_FOR } from '../../../bff/contract/chat/enums.ts';
import type { LineState } from '../../../bff/contract/chat/line.ts';
import { MAX_CHAT_FILE_BYTES, MAX_CHAT_TEXT } from '../../../bff/contract/chat/limits.ts';
import { show } from '../../../bff/contract/chat/numbers.ts';
import type { Bubble } from '../../../bff/contract/chat/outbox.ts';
import { pageUrl } from '../../addresses.ts';
import { ApiError, faultText } from '../../api/api-error.ts';
import { upload } from '../../api/upload.ts';
import { SuggestedFaq } from '../../office/faq/suggested-faq.tsx';
import { accountStorage } from '../../platform/account/account-storage.ts';
import { chooseProofs } from '../../platform/files/choose-proofs.ts';
import { goTo } from '../../platform/page/navigate.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Box, Tap, TextArea } from '../../ui/elements.tsx';
import { Icon } from '../../ui/marks/icon.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { Confirm } from '../../ui/sheets/modal.tsx';
import { Said } from './said.tsx';
import type { Talk } from './talk.ts';
import { endChat, turnIntoTicket, useTalk } from './use-chat.ts';
import styles from './chat.module.css';

const ENDINGS = ['jpg', 'jpeg', 'png', 'pdf'];
const DRAFT = 'chat-draft';

/** The talk that is under way: what was said, what is on its way, and the box. */
export function LiveTalk({ accountId, chat, door }: { accountId: number; chat: OwnChat; door: ChatDoor }) {
  const { talk, state } = useTalk(accountId, chat.id);
  const shown = show(state.kept);
  useEffect(() => talk.markRead(), [talk, state.kept]);
  const asked = [
    chat.subject,
    ...shown.items.filter(({ by, kind }) => by === 'member' && kind === 'text').map(({ text }) => text),
    ...state.bubbles.map(({ text }) => text),
  ].join(' ');
  return (
    <>
      <Sheet className={styles.talk}>
        <Head
          chat={chat}
          place={state.place}
          line={state.line}
          talk={talk}
          isTyping={state.isTyping}
          isStaffed={door.closedFor === null || door.closedFor === 'full'}
        />
        {chat.state === 'waiting' ? <DoorNotice door={door} /> : null}
        <Box className={styles.scroll}>
          <Box className={styles.said} live="polite">
            <Said id={chat.id} shown={shown} isOpen={chat.can.send} />
            {state.bubbles.map((bubble) => (
              <OnItsWay key={bubble.clientId} bubble={bubble} talk={talk} />
            ))}
          </Box>
        </Box>
        <Composer accountId={accountId} chat={chat} talk={talk} />
        <Box className={styles.hint}>客服不会向您索要密码或验证码。证件号码会自动隐去中间几位，请不要在这里发送。</Box>
      </Sheet>
      {chat.state === 'waiting' ? <SuggestedFaq typed={asked} /> : null}
    </>
  );
}

/** Whoever waits is told when nobody comes any more, and before that. */
function DoorNotice({ door: { closedFor, opensWords, closesWords } }: { door: ChatDoor }) {
  // That too many wait is said to those who would be one more.
  const isShut = closedFor === 'hours' || closedFor === 'nobody';
  if (!isShut) return closesWords === '' ? null : <Notice tone="warn">{closesWords}</Notice>;
  return (
    <Notice tone="warn">
      {`${CHAT_CLOSED_FOR[closedFor]}${opensWords === '' ? '' : `，${opensWords} 起继续接入`}。可以转为工单，已发送的文字和图片一并带入，协会在办公时间内答复。`}
    </Notice>
  );
}

const LINE_WORDS: Record<LineState, string> = {
  opening: '正在连接…',
  live: '',
  polling: '网络不支持即时连接，已改为定时接收',
  over: '已在其他页面打开，或登录已失效',
};

function Head({
  chat,
  place,
  line,
  talk,
  isTyping,
  isStaffed,
}: {
  chat: OwnChat;
  place: OwnChat['place'];
  line: LineState;
  talk: Talk;
  isTyping: boolean;
  /** Somebody is there who takes talks. */
  isStaffed: boolean;
}) {
  const [isAsking, setAsking] = useState(false);
  const [fault, setFault] = useState('');
  const isWaiting = chat.state === 'waiting';
  const at = place ?? chat.place;
  const end = async () => {
    try {
      await endChat(chat.id);
    } catch (thrown) {
      setFault(faultText(thrown));
    }
  };
  const turn = async () => {
    try {
      const { ticket } = await turnIntoTicket(chat.id);
      showToast('已转为工单');
      if (ticket) goTo(pageUrl('ticket', { id: ticket.id }));
    } catch (thrown) {
      showToast(faultText(thrown));
    }
  };
  return (
    <Box className={styles.head}>
      <Box className={styles.with} live="polite">
        {isWaiting
          ? placeWords(at, isStaffed)
          : isTyping
            ? `${chat.staffName} 正在输入…`
            : `${chat.staffName} 为您服务`}
        {chat.subject === '' ? null : <Box className={styles.subject}>{`咨询事项：${chat.subject}`}</Box>}
      </Box>
      {LINE_WORDS[line] === '' ? null : <Box className={styles.line}>{LINE_WORDS[line]}</Box>}
      {line === 'over' ? (
        <Button kind="text" onTap={() => talk.reconnect()}>
          重新连接
        </Button>
      ) : null}
      {isWaiting ? (
        <Button kind="text" onTap={() => void turn()}>
          转为工单
        </Button>
      ) : null}
      <Button kind="text" onTap={() => setAsking(true)}>
        {isWaiting ? '退出排队' : '结束对话'}
      </Button>
      <Confirm
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={isWaiting ? '退出排队' : '结束对话'}
        question={
          isWaiting
            ? '退出后需要重新排队。已写的内容不会丢失，可以转为工单提交。'
            : '结束后不能继续发送，对话内容保留24个月，可随时查看。'
        }
        act={isWaiting ? '退出排队' : '结束对话'}
        onAct={() => void end()}
        busyLabel={false}
        error={fault}
      />
    </Box>
  );
}

function placeWords(place: OwnChat['place'], isStaffed: boolean): string {
  const ahead = place?.ahead ?? 0;
  if (!isStaffed) return ahead === 0 ? '正在排队，前面没有人' : `正在排队，前面还有 ${ahead} 位`;
  return place === null || ahead === 0 ? '前面没有人，客服即将接入' : `前面还有 ${ahead} 位，约 ${place.minutes} 分钟`;
}

/** What is not acknowledged yet, below everything that is. */
function OnItsWay({ bubble, talk }: { bubble: Bubble; talk: Talk }) {
  const { clientId, text, state, fault } = bubble;
  const words = { sending: '发送中', failed: '未发出，正在重试', refused: '未发出' }[state];
  return (
    <Box className={classes(styles.row, styles.own)}>
      <Box className={styles.bubble}>{text}</Box>
      <Box className={styles.below}>
        <Box as="span" className={state === 'sending' ? undefined : styles.fault}>
          {state === 'refused' && fault ? fault : words}
        </Box>
        {state === 'sending' ? null : (
          <Button kind="text" onTap={() => talk.retry(clientId)}>
            重试
          </Button>
        )}
        {state === 'refused' ? (
          <Button kind="text" onTap={() => talk.drop(clientId)}>
            删除
          </Button>
        ) : null}
      </Box>
    </Box>
  );
}

function Composer({ accountId, chat, talk }: { accountId: number; chat: OwnChat; talk: Talk }) {
  const [text, setText] = useState(
    () => (accountStorage.read(accountId, DRAFT) as { text?: string } | undefined)?.text ?? '',
  );
  const [isSending, setSending] = useState(false);
  const length = [...text].length;
  const type = (next: string) => {
    setText(next);
    if (next === '') accountStorage.forget(accountId, DRAFT);
    else accountStorage.write(accountId, DRAFT, { text: next });
    talk.typing();
  };
  const say = () => {
    const words = text.trim();
    if (words === '') return;
    if (length > MAX_CHAT_TEXT) {
      showToast(`每条最多${MAX_CHAT_TEXT}字，已为您保留，可分两条发送`);
      return;
    }
    void talk.say(words);
    type('');
  };
  const attach = async () => {
    const [file] = await chooseProofs(1, ENDINGS);
    if (!file) return;
    if (file.size > MAX_CHAT_FILE_BYTES) {
      showToast('单个文件不能超过10 MB');
      return;
    }
    setSending(true);
    try {
      const path = chatEndpoints.uploadChatFile.path.replace(':id', String(chat.id));
      const { id, name } = await upload(path, file, () => undefined);
      void talk.sendFile(id, name);
    } catch (fault) {
      showToast((fault instanceof ApiError && fault.fields['file']) || faultText(fault));
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      {length > MAX_CHAT_TEXT ? (
        <Notice tone="warn">{`每条最多${MAX_CHAT_TEXT}字，现有${length}字，可分两条发送`}</Notice>
      ) : null}
      <Box className={styles.composer}>
        <Tap label="发送图片或 PDF" className={styles.attach} disabled={isSending} onTap={() => void attach()}>
          <Icon name="plus" />
        </Tap>
        <Box className={styles.words}>
          <TextArea
            id="chat-text"
            name="消息"
            value={text}
            onChange={type}
            onEnter={say}
            rows={1}
            className={styles.area}
            placeholder={isSending ? '正在上传…' : '输入问题'}
          />
        </Box>
        <Button className={styles.send} onTap={say} disabled={text.trim() === ''}>
          发送
        </Button>
      </Box>
    </>
  );
}
