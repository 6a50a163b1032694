import { useState } from 'react';
import { faqNamedIn } from '../../../bff/contract/faq/named-faq.ts';
import { TICKET_CATEGORIES, TICKET_EVENTS } from '../../../bff/contract/tickets/enums.ts';
import type { OwnTicket } from '../../../bff/contract/tickets/endpoints.ts';
import { MAX_TICKET_BODY } from '../../../bff/contract/tickets/limits.ts';
import { TIE_KINDS, type Tied } from '../../../bff/contract/tickets/ties.ts';
import { pageUrl } from '../../addresses.ts';
import { AskDesk } from '../../application/ask-desk.tsx';
import { TicketFilesField, useTicketFiles } from '../../application/attaching/ticket-files-field.tsx';
import { Restored } from '../../application/drafts/restored.tsx';
import { useKept } from '../../application/drafts/use-kept.ts';
import { useSending } from '../../application/use-sending.ts';
import { goTo } from '../../platform/page/navigate.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { ActionBar } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Box, Link } from '../../ui/elements.tsx';
import { TextAreaField } from '../../ui/fields/text-field.tsx';
import { Confirm } from '../../ui/sheets/modal.tsx';
import { Facts, Notice, Sheet, type FactRow } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';
import { MessageFiles } from './message-files.tsx';
import { TicketRating } from './rating.tsx';
import { TicketTag } from './ticket-tag.tsx';
import { tiedPage } from './tied-to.ts';
import { addToTicket, cancelTicket } from './use-tickets.ts';
import styles from './tickets.module.css';

/** A ticket: what both sides have said, by when it is answered, and what may still be done. */
export function TicketDetail({ accountId, ticket }: { accountId: number; ticket: OwnTicket }) {
  const { number, aboutName, tied, category, title, state, messages, promise, mergedInto, can } = ticket;
  return (
    <>
      <Sheet title={title} beside={<TicketTag state={state} />}>
        <Facts
          rows={[
            ['编号', number],
            ['分类', TICKET_CATEGORIES[category].label],
            ...(aboutName ? [['涉及律师', aboutName] satisfies [string, string]] : []),
            ...(tied ? [tiedRow(tied)] : []),
            ...(promise ? [['时限', promise] satisfies [string, string]] : []),
          ]}
        />
        {state === 'asked' ? (
          <Box className={styles.asked}>
            <Notice tone="warn">协会请您补充材料或说明，补充之前暂停计时。</Notice>
          </Box>
        ) : null}
        {mergedInto ? (
          <Box className={styles.asked}>
            <Notice tone="plain">
              这份工单与您的另一份工单 {mergedInto.number} 一并办理，请到那里查看答复和补充。
            </Notice>
            <Box className={styles.act}>
              <Button kind="secondary" onTap={() => goTo(pageUrl('ticket', { id: mergedInto.id }))}>
                查看工单 {mergedInto.number}
              </Button>
            </Box>
          </Box>
        ) : null}
      </Sheet>
      <Sheet title="往来">
        <Box>
          {messages.map((message) => (
            <Message key={message.id} message={message} mayWithdraw={can.cancel} />
          ))}
        </Box>
      </Sheet>
      {state === 'solved' || state === 'closed' ? <TicketRating ticketId={ticket.id} /> : null}
      {can.add ? <Addition accountId={accountId} ticket={ticket} /> : <Course ticket={ticket} />}
      {can.add || mergedInto ? null : (
        <AskDesk
          words="该工单已结束，仍有问题的"
          category={category}
          title={`续：${title}`}
          tied={{ kind: 'ticket', key: ticket.id }}
        />
      )}
    </>
  );
}

/** What it is about, with the way to it where this client has its page. */
function tiedRow(tied: Tied): FactRow {
  const href = tiedPage(tied);
  if (href === null) return [TIE_KINDS[tied.kind], tied.name];
  return [TIE_KINDS[tied.kind], tied.name, { href, text: '查看', label: `查看${TIE_KINDS[tied.kind]}${tied.name}` }];
}

function Message({ message, mayWithdraw }: { message: OwnTicket['messages'][number]; mayWithdraw: boolean }) {
  const { by, isMembers, from, at, body } = message;
  return (
    <Box className={styles.message}>
      <Box className={styles.head}>
        <Box as="span" className={isMembers ? styles.who : styles.association}>
          {by}
        </Box>
        <Box as="span">{shownTime(at)}</Box>
        {from === null ? null : <Box as="span">来自工单 {from}</Box>}
      </Box>
      <Box className={styles.body}>{body}</Box>
      {isMembers ? null : <NamedFaq words={body} />}
      {MASKED.test(body) ? (
        <Box className={styles.masked}>
          证件号码已隐去中间几位，加密保存；工作人员写明事由后才能看到，每次查看都记入“谁看过我的信息”。
        </Box>
      ) : null}
      <MessageFiles message={message} mayWithdraw={mayWithdraw} />
    </Box>
  );
}

/** What the association's answer names of 常见问题: its address is no link in the mini-program. */
function NamedFaq({ words }: { words: string }) {
  return faqNamedIn(words).map(({ id, question }) => (
    <Box key={id} className={styles.named}>
      常见问题：<Link href={pageUrl('faq', { id })}>{question}</Link>
    </Box>
  ));
}

/** An identity number as a message has it: the server keeps the whole of it apart. */
const MASKED = /\d{3}\*{11,}[\dX]{4}/;

/** 办理经过, below what may still be said. */
function Course({ ticket: { timeline } }: { ticket: OwnTicket }) {
  return (
    <Sheet title="办理经过">
      <Facts
        rows={timeline.map(({ event, at, by }) => [
          TICKET_EVENTS[event],
          <>
            <Box>{shownTime(at)}</Box>
            <Box>{by}</Box>
          </>,
        ])}
      />
    </Sheet>
  );
}

/** 补充说明, 重新打开 and 取消工单. */
function Addition({ accountId, ticket }: { accountId: number; ticket: OwnTicket }) {
  const { id, state, can } = ticket;
  const kept = useKept({ accountId, name: `ticket-${id}` }, { body: '' });
  const { body } = kept.typed;
  const { faults, fault, isBusy, files, send } = useSending(['body', 'attachments']);
  const ticked = useTicketFiles();
  const [isAsking, setAsking] = useState(false);
  const isSolved = state === 'solved' || state === 'lapsed';
  const add = () =>
    send(async (sent) => {
      await addToTicket(id, { body, ...sent, ...ticked.among(sent.attachments) });
      // Nothing else empties the box: with an answer of the association in between, it is still to be sent.
      kept.startAnew();
      files.onChange([]);
      showToast(isSolved ? '工单已重新打开' : '已补充');
    });
  const cancel = () =>
    send(async () => {
      await cancelTicket(id);
      showToast('工单已取消');
    });
  return (
    <>
      {kept.isRestored && body !== '' ? <Restored hasFiles="files" onStartAnew={kept.startAnew} /> : null}
      <Sheet title={isSolved ? '仍未解决？' : '补充说明'}>
        <TextAreaField
          id="body"
          label={isSolved ? '还有什么问题' : '补充说明'}
          required
          rows={4}
          value={body}
          onChange={(next) => kept.change({ body: next })}
          max={MAX_TICKET_BODY}
          {...(faults.body ? { error: faults.body } : {})}
        />
        <TicketFilesField files={files} ticked={ticked} proof={null} />
      </Sheet>
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <Course ticket={ticket} />
      <ActionBar>
        <Button onTap={() => void add()} busyLabel={isBusy && '正在提交…'}>
          {isSolved ? '重新打开' : '提交补充'}
        </Button>
        {can.cancel ? (
          <Button kind="secondary" onTap={() => setAsking(true)}>
            取消工单
          </Button>
        ) : null}
      </ActionBar>
      <Confirm
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title="取消工单"
        question="取消后，协会不再处理这份工单。"
        act="取消工单"
        onAct={() => void cancel()}
        busyLabel={isBusy && '正在取消…'}
        error={fault}
      />
    </>
  );
}
