import { useEffect, useRef, useState } from 'react';
import type { MemberAccount } from '../../../bff/contract/accounts/replies.ts';
import { TICKET_CATEGORIES, ticketCategory, type TicketCategoryKey } from '../../../bff/contract/tickets/enums.ts';
import { MAX_FAQ_READ } from '../../../bff/contract/faq/limits.ts';
import { MAX_TICKET_BODY, MAX_TICKET_TITLE } from '../../../bff/contract/tickets/limits.ts';
import { pageUrl } from '../../addresses.ts';
import { TicketFilesField, useTicketFiles } from '../../application/attaching/ticket-files-field.tsx';
import { useSending } from '../../application/use-sending.ts';
import { useOffice } from '../../office/use-office.ts';
import { SuggestedFaq } from '../../office/faq/suggested-faq.tsx';
import { replaceWith } from '../../platform/page/navigate.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { askToTell } from '../../platform/wechat/subscribe.ts';
import { ActionBar } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectInput } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { TextAreaField, TextField } from '../../ui/fields/text-field.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { AlikeTickets } from './alike-tickets.tsx';
import { ChangeForm } from './change-form.tsx';
import { FaultReport, useFaultReport } from './fault-report.tsx';
import { OfLawyer } from './of-lawyer.tsx';
import { DRAFT_DAYS, forgetTicketDraft, keepTicketDraft, readTicketDraft } from './ticket-draft.ts';
import { readTie } from './tied-to.ts';
import { openTicket, useTicketPromises } from './use-tickets.ts';

const CATEGORIES = (Object.keys(TICKET_CATEGORIES) as TicketCategoryKey[]).map((value) => ({
  value,
  label: TICKET_CATEGORIES[value].label,
}));
/** 提交新工单: the category says what it needs, and by when it is answered. */
export function TicketForm({
  account,
  initial,
  title: given,
  tied: about,
  from,
}: {
  account: MemberAccount;
  initial: string | undefined;
  /** Filled in by the page that led here. */
  title?: string | undefined;
  /** What it is about, as the address says it. */
  tied?: string | undefined;
  from?: string | undefined;
}) {
  const asked = CATEGORIES.find(({ value }) => value === initial)?.value;
  // What was begun under another category than the one that is asked for now stays for later.
  const [draft] = useState(() => {
    const kept = readTicketDraft(account.id);
    return kept && !given && (!asked || kept.category === asked) ? kept : null;
  });
  const [category, setCategory] = useState<TicketCategoryKey | ''>(asked ?? draft?.category ?? '');
  const [title, setTitle] = useState(draft?.title ?? given?.slice(0, MAX_TICKET_TITLE) ?? '');
  const [body, setBody] = useState(draft?.body ?? '');
  const [isRestored, setRestored] = useState(draft !== null);
  const [lawyerId, setLawyerId] = useState(draft?.lawyerId ?? '');
  // What the page that led here is about belongs to the category that it named.
  const [asksOf] = useState(() => ({ category: asked, tie: readTie(about) }));
  const tied = category === asksOf.category ? asksOf.tie : null;
  const report = useFaultReport(from);
  const { faults, fault, isBusy, clear, mended, files, send } = useSending([
    'category',
    'lawyerId',
    'title',
    'body',
    'attachments',
  ]);
  const ticked = useTicketFiles();
  const promises = useTicketPromises();
  const office = useOffice();
  const readFaq = useRef(new Set<number>());
  const chosen = category === '' ? null : ticketCategory(category);
  const promise = promises.data?.promises.find((one) => one.category === category)?.words ?? '';
  const isOfOne = account.kind === 'firm' && Boolean(chosen?.isOfOnePerson);
  useEffect(() => {
    const isAsGiven = title === given && body === '';
    if (!isAsGiven && (title !== draft?.title || body !== draft.body))
      keepTicketDraft(account.id, { category, lawyerId, title, body });
  }, [account.id, draft, given, category, lawyerId, title, body]);
  const startAnew = () => {
    forgetTicketDraft(account.id);
    setLawyerId('');
    setTitle('');
    setBody('');
    setRestored(false);
  };
  const submit = () => {
    askToTell(office.data?.answerTemplates ?? []);
    return send(async (sent) => {
      // The server says in words that none is chosen.
      const { id } = await openTicket({
        category: category as TicketCategoryKey,
        title,
        body: category === 'fault' ? report.addTo(body) : body,
        ...(isOfOne && lawyerId !== '' ? { lawyerId: Number(lawyerId) } : {}),
        ...(tied ? { tied } : {}),
        ...(readFaq.current.size > 0 ? { readFaq: [...readFaq.current].slice(0, MAX_FAQ_READ) } : {}),
        ...sent,
        ...ticked.among(sent.attachments),
      });
      forgetTicketDraft(account.id);
      showToast('工单已提交');
      replaceWith(pageUrl('ticket', { id }));
    });
  };
  return (
    <>
      {promises.data?.beginsWords ? <Notice>{promises.data.beginsWords}。</Notice> : null}
      {isRestored ? (
        <Notice>
          已恢复您上次没有提交的内容（保存在本设备，{DRAFT_DAYS}天内有效；附件请重新上传）。
          <Button kind="text" onTap={startAnew}>
            清空重写
          </Button>
        </Notice>
      ) : null}
      <Sheet title="提交新工单">
        <Field id="category" label="分类" required {...(faults.category ? { error: faults.category } : {})}>
          {(binding) => (
            <SelectInput
              {...binding}
              value={category}
              onChange={(next) => {
                setCategory(next as TicketCategoryKey | '');
                clear();
              }}
              options={[{ value: '', label: '请选择' }, ...CATEGORIES]}
            />
          )}
        </Field>
        {isOfOne ? (
          <OfLawyer
            accountId={account.id}
            value={lawyerId}
            onChange={(next) => {
              setLawyerId(next);
              mended('lawyerId');
            }}
            error={faults.lawyerId}
          />
        ) : null}
        {category === '' ? null : (
          <ChangeForm category={category} kind={account.kind} lawyerId={isOfOne ? lawyerId : ''} />
        )}
        <TextField
          id="title"
          label="标题"
          required
          value={title}
          onChange={(next) => {
            setTitle(next);
            mended('title');
          }}
          placeholder="一句话说明问题"
          error={faults.title}
        />
        <TextAreaField
          id="body"
          label="问题描述"
          required
          rows={6}
          value={body}
          onChange={(next) => {
            setBody(next);
            mended('body');
          }}
          max={MAX_TICKET_BODY}
          placeholder={chosen?.hint ?? '请先选择分类'}
          {...(faults.body ? { error: faults.body } : {})}
        />
        <TicketFilesField
          files={files}
          ticked={ticked}
          proof={chosen?.proof ?? null}
          areAllIdentity={Boolean(chosen?.showsIdentity)}
        />
        {category === 'fault' ? <FaultReport report={report} /> : null}
      </Sheet>
      {category === '' ? null : <AlikeTickets category={category} lawyerId={isOfOne ? lawyerId : ''} tied={tied} />}
      <SuggestedFaq typed={`${title} ${body}`} onRead={(id) => readFaq.current.add(id)} />
      {promise === '' ? null : <Notice>{promise}，答复在“消息”中告知。</Notice>}
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <ActionBar>
        <Button onTap={() => void submit()} busyLabel={isBusy && '正在提交…'}>
          提交工单
        </Button>
      </ActionBar>
    </>
  );
}
