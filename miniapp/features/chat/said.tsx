import { CHAT_EVENTS } from '../../../bff/contract/chat/enums.ts';
import { chatEndpoints } from '../../../bff/contract/chat/endpoints.ts';
import { RETRACT_MS } from '../../../bff/contract/chat/limits.ts';
import type { ChatMessage } from '../../../bff/contract/chat/replies.ts';
import type { Shown } from '../../../bff/contract/chat/numbers.ts';
import { FILE_STATES, isDelivered } from '../../../bff/contract/files/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { showAttachment } from '../../platform/documents/show-attachment.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Box, Link } from '../../ui/elements.tsx';
import { shownTime } from '../../ui/times.ts';
import { FactsCard } from './facts-card.tsx';
import { LinkedWords } from './linked-words.tsx';
import { retract } from './use-chat.ts';
import styles from './chat.module.css';

/** What was said, in the order of its numbers. */
export function Said({ id, shown, isOpen }: { id: number; shown: Shown; isOpen: boolean }) {
  return (
    <>
      {shown.items.map((message, index) => (
        <Box key={message.seq}>
          <Day at={message.at} before={shown.items[index - 1]?.at} />
          {message.event === 'facts_asked' ? (
            <FactsCard id={id} message={message} answer={answerTo(message, shown)} isOpen={isOpen} />
          ) : message.kind === 'event' ? (
            <Box className={styles.event}>{eventWords(message)}</Box>
          ) : (
            <One id={id} message={message} isRead={message.seq <= shown.readByStaff} isOpen={isOpen} />
          )}
        </Box>
      ))}
    </>
  );
}

/** What the member has said to a question of the desk. */
const answerTo = ({ seq }: ChatMessage, { items }: Shown): ChatMessage | undefined =>
  items.find(({ event, about }) => (event === 'facts_right' || event === 'facts_wrong') && about === seq);

/** The day, and the time where the talk has paused for long. */
function Day({ at, before }: { at: string; before: string | undefined }) {
  const isNew = !before || Date.parse(at) - Date.parse(before) > 5 * 60_000;
  return isNew ? <Box className={styles.day}>{shownTime(at)}</Box> : null;
}

const eventWords = ({ event, by, byName, facts }: ChatMessage): string => {
  if (event === 'taken') return `${byName}${CHAT_EVENTS[event]}`;
  if (event === 'handed') return `已转接，${byName}为您服务`;
  if (event === 'facts_right') return '您确认核对无误';
  if (event === 'facts_wrong') return `您表示${facts?.[0]?.label ?? ''}有误`;
  if (event === 'ended_by_member') return '您结束了对话';
  if (event === 'retracted') return by === 'member' ? '您撤回了一条消息' : '客服撤回了一条消息';
  return event ? CHAT_EVENTS[event] : '';
};

function One({ id, message, isRead, isOpen }: { id: number; message: ChatMessage; isRead: boolean; isOpen: boolean }) {
  const { seq, by, byName, kind, text, file, about, at } = message;
  const isOwn = by === 'member';
  const mayRetract = isOwn && isOpen && Date.now() - Date.parse(at) < RETRACT_MS;
  const open = async () => {
    if (!file) return;
    const params = { id: String(id), seq: String(seq), file: file.id };
    try {
      await showAttachment(await call(chatEndpoints.showOwnChatFile, { params }), file);
    } catch (fault) {
      showToast(faultText(fault));
    }
  };
  return (
    <Box className={classes(styles.row, isOwn && styles.own)}>
      {isOwn ? null : <Box className={styles.who}>{byName}</Box>}
      <Box className={styles.bubble}>
        {kind === 'faq' && about !== null ? (
          <>
            <Box className={styles.who}>常见问题</Box>
            <Link href={pageUrl('faq', { id: about })}>{text}</Link>
          </>
        ) : file ? (
          isDelivered(file.state) ? (
            <Button kind="text" label={`查看${file.name}`} onTap={() => void open()}>
              {file.name}
            </Button>
          ) : (
            `${file.name}（${FILE_STATES[file.state]}）`
          )
        ) : (
          <LinkedWords text={text} />
        )}
      </Box>
      {isOwn ? (
        <Box className={styles.below}>
          <Box as="span">{isRead ? '已读' : '已送达'}</Box>
          {mayRetract ? (
            <Button
              kind="text"
              label={`撤回“${text.slice(0, 10) || (file?.name ?? '')}”`}
              onTap={() => void retract(id, seq).catch((fault: unknown) => showToast(faultText(fault)))}
            >
              撤回
            </Button>
          ) : null}
        </Box>
      ) : null}
    </Box>
  );
}
