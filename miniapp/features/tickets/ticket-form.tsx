import { useState } from 'react';
import { TICKET_CATEGORIES, ticketCategory, type TicketCategoryKey } from '../../../bff/contract/tickets/enums.ts';
import { MAX_TICKET_BODY } from '../../../bff/contract/tickets/limits.ts';
import { pageUrl } from '../../addresses.ts';
import { useSending } from '../../application/use-sending.ts';
import { replaceWith } from '../../platform/page/navigate.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { ActionBar } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Link, SelectInput } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { TextAreaField, TextField } from '../../ui/fields/text-field.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { TicketFilesField, useTicketFiles } from './ticket-files-field.tsx';
import { openTicket, useTicketPromises } from './use-tickets.ts';

const CATEGORIES = (Object.keys(TICKET_CATEGORIES) as TicketCategoryKey[]).map((value) => ({
  value,
  label: TICKET_CATEGORIES[value].label,
}));
/** What the registry's own form carries out with one tap of the staff. */
const BY_CORRECTION: readonly TicketCategoryKey[] = ['licence_no', 'identity', 'name', 'registry'];

/** 提交新工单: the category says what it needs, and by when it is answered. */
export function TicketForm({ initial }: { initial: string | undefined }) {
  const [category, setCategory] = useState<TicketCategoryKey | ''>(
    CATEGORIES.find(({ value }) => value === initial)?.value ?? '',
  );
  const [title, setTitle] = useState('');
  const [body, setBody] = useState('');
  const { faults, fault, isBusy, clear, mended, files, send } = useSending([
    'category',
    'title',
    'body',
    'attachments',
  ]);
  const ticked = useTicketFiles();
  const promises = useTicketPromises();
  const chosen = category === '' ? null : ticketCategory(category);
  const promise = promises.data?.promises.find((one) => one.category === category)?.words ?? '';
  const submit = () =>
    send(async (sent) => {
      // The server says in words that none is chosen.
      const { id } = await openTicket({
        category: category as TicketCategoryKey,
        title,
        body,
        ...sent,
        ...ticked.among(sent.attachments),
      });
      showToast('工单已提交');
      replaceWith(pageUrl('ticket', { id }));
    });
  return (
    <>
      {promises.data?.beginsWords ? <Notice>{promises.data.beginsWords}。</Notice> : null}
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
        {category !== '' && BY_CORRECTION.includes(category) ? (
          <Notice>
            登记信息有误的，也可以直接
            <Link href={pageUrl('correctionForm')}>申请更正</Link>
            ：写明正确内容，协会核实后即可更正。
          </Notice>
        ) : null}
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
      </Sheet>
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
