import { Alert, App, Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useEffect, useRef, useState } from 'react';
import { MAX_TICKET_BODY } from '../../../bff/contract/tickets/limits.ts';
import type { TicketDetail } from '../../../bff/contract/tickets/endpoints.ts';
import type { AnswerTicket } from '../../../bff/contract/tickets/schemas.ts';
import { everyFaultOf } from '../../providers/failure.ts';
import { useWarnWhile } from '../../ui/form/use-leave-warning.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { TextBlockMenu, type Block } from '../../ui/form/TextBlockMenu.tsx';
import { useFilledTextBlocks } from './text-blocks/use-text-blocks.ts';
import { useTicketAct } from './use-tickets.ts';

const NEXT = [
  { next: 'solved', label: '答复并解决', said: '已答复，工单已解决' },
  { next: 'asked', label: '请补充材料', said: '已答复，等待对方补充，暂停计时' },
  { next: 'working', label: '答复，继续处理', said: '已答复' },
] as const satisfies { next: AnswerTicket['next']; label: string; said: string }[];
const UNDECIDED = '该工单要求更正登记信息，采纳并更正、不采纳或办理后结案时一并答复并解决。';

/**
 * What the member reads. Notes of the staff are written elsewhere, in a box of another colour. `onWriting` hears whether
 * something stands in it.
 */
export function Answer({ ticket, onWriting }: { ticket: TicketDetail; onWriting: (isWriting: boolean) => void }) {
  const { id, version, can } = ticket;
  const choices = NEXT.filter(({ next }) => next !== 'solved' || can.solve);
  const [body, setBody] = useState('');
  const [suggested, setSuggested] = useState<AnswerTicket['next']>('solved');
  const [isChoosing, setChoosing] = useState(false);
  const box = useRef<TextAreaRef>(null);
  const { message } = App.useApp();
  const act = useTicketAct(id);
  const blocks = useFilledTextBlocks(id).data?.items ?? [];
  const unread = useUnread(ticket, body !== '');
  useEffect(() => onWriting(body !== ''), [onWriting, body]);
  useWarnWhile(body !== '');
  const first = suggested === 'solved' && !can.solve ? 'working' : suggested;
  const isReady = !act.isPending && !unread.isUnread;
  const answer = ({ next, said }: (typeof NEXT)[number]) =>
    act.mutate(
      { act: 'answer', version, body, next },
      {
        // Nothing else empties the box: taken over, or with a word of the member in between, it is still to be sent.
        onSuccess: () => {
          setBody('');
          setSuggested('solved');
          void message.success(said);
        },
      },
    );
  const insert = (block: Block) => {
    setBody((typed) => (typed === '' ? block.body : `${typed}\n${block.body}`));
    if (block.next) setSuggested(block.next);
    setChoosing(false);
    box.current?.focus({ cursor: 'end' });
  };
  const { error } = act;
  return (
    <form
      className="confirm"
      aria-label="答复"
      onSubmit={(event) => {
        event.preventDefault();
        const choice = choices.find(({ next }) => next === first);
        if (choice && isReady) answer(choice);
      }}
    >
      <label>
        <span className="required">答复（会员可以看到）</span>
        <Input.TextArea
          ref={box}
          value={body}
          maxLength={MAX_TICKET_BODY}
          showCount
          autoSize={{ minRows: 4, maxRows: 14 }}
          onChange={({ target }) => {
            // In an empty box it asks for a text block, as in the talk of the desk.
            if (body === '' && target.value === '/') setChoosing(true);
            else setBody(target.value);
          }}
        />
      </label>
      {blocks.length > 0 && (
        <TextBlockMenu blocks={blocks} isOpen={isChoosing} onOpen={setChoosing} onChoose={insert} />
      )}
      {unread.isUnread && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title="您写答复时，这份工单有了新的内容，请看过后再发送"
          action={
            <Button size="small" onClick={unread.read}>
              已看过
            </Button>
          }
        />
      )}
      {error && <Alert type="error" showIcon role="alert" title={everyFaultOf(error)} />}
      {!can.solve && <p className="quiet">{UNDECIDED}</p>}
      <div className="row">
        {choices.map((choice) => (
          <Button
            key={choice.next}
            type={choice.next === first ? 'primary' : 'default'}
            disabled={!isReady}
            onClick={() => answer(choice)}
          >
            {choice.label}
          </Button>
        ))}
        <KeyHint keys={[['Ctrl+Enter', choices.find(({ next }) => next === first)?.label ?? '']]} />
      </div>
    </form>
  );
}

/** Whether somebody has said something since one began to write. */
function useUnread({ messages }: TicketDetail, isWriting: boolean): { isUnread: boolean; read: () => void } {
  const last = messages.at(-1)?.id;
  const [seen, setSeen] = useState(last);
  // Until something is written, whatever stands on the page is seen.
  if (!isWriting && seen !== last) setSeen(last);
  return { isUnread: isWriting && seen !== last, read: () => setSeen(last) };
}
