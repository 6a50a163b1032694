import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Modal, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { FAQ_AUDIENCES, FAQ_CATEGORIES, type FaqCategory } from '../../../bff/contract/faq/enums.ts';
import { faqEndpoints, type FaqEntry } from '../../../bff/contract/faq/endpoints.ts';
import type { CreateFaq } from '../../../bff/contract/faq/schemas.ts';
import { call } from '../../providers/call.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { RichText } from '../../ui/rich-text/RichText.tsx';
import { FaqForm, type BegunFaq } from './FaqForm.tsx';
import { useTicketAsFaq } from './use-ticket-as-faq.ts';

const KEY = ['faq'];
/** Which of them are shown: those that want looking after, and why. */
const LISTS = {
  all: { label: '全部', has: () => true },
  unhelpful: { label: '没用的多', has: ({ helpful, unhelpful }: FaqEntry) => unhelpful > helpful },
  again: { label: '看过后又问了', has: ({ askedAgain }: FaqEntry) => askedAgain > 0 },
  unused: {
    label: '没有人用过',
    has: ({ isPublished, helpful, unhelpful, askedAgain }: FaqEntry) =>
      isPublished && helpful + unhelpful + askedAgain === 0,
  },
} as const;
type ListName = keyof typeof LISTS;
/** What is written or changed; null: nothing. */
type Open = { entry: FaqEntry | null; begun?: BegunFaq };

/** 常见问题: what is published and what is not, what members think of it, and the form in which it is written. */
export function FaqList() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState<Open | null>(null);
  const [list, setList] = useState<ListName>('all');
  const [address, setAddress] = useSearchParams();
  const asked = Number(address.get('entry'));
  const ticket = useTicketAsFaq(address.get('ticket'));
  // The address opens the form once: whoever closes it has closed it.
  const [from, setFrom] = useState<string | null>(null);
  if (ticket && from !== ticket.id) {
    setFrom(ticket.id);
    setOpen({ entry: null, begun: ticket.begun });
  }
  const close = () => {
    setOpen(null);
    setAddress({}, { replace: true });
  };
  const { data, isError, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call(faqEndpoints.listFaqEntries, {}, signal),
  });
  if (isError && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="page" paragraph={{ rows: 10 }} />;
  const entry = open?.entry ?? null;
  const shown = data.items.filter(LISTS[list].has);
  const save = (body: CreateFaq) =>
    entry
      ? call(faqEndpoints.updateFaq, { params: { id: String(entry.id) }, body: { ...body, version: entry.version } })
      : call(faqEndpoints.createFaq, { body });
  return (
    <Page
      title="常见问题"
      name="常见问题"
      actions={
        <Button type="primary" onClick={() => setOpen({ entry: null })}>
          新增
        </Button>
      }
    >
      <Segmented<ListName>
        className="wrapping"
        aria-label="显示哪些"
        value={list}
        onChange={setList}
        options={(Object.keys(LISTS) as ListName[]).map((value) => ({
          value,
          label: `${LISTS[value].label} ${data.items.filter(LISTS[value].has).length}`,
        }))}
      />
      {shown.length === 0 && <p className="quiet">没有这样的条目。</p>}
      {(Object.keys(FAQ_CATEGORIES) as FaqCategory[])
        .map((category) => ({ category, items: shown.filter((item) => item.category === category) }))
        .filter(({ items }) => items.length > 0)
        .map(({ category, items }) => (
          <section key={category} className="sheet padded" aria-label={FAQ_CATEGORIES[category]}>
            <h2>{FAQ_CATEGORIES[category]}</h2>
            <ol className="plain faq-entries">
              {items.map((item) => (
                <Entry key={item.id} entry={item} isAsked={item.id === asked} onEdit={() => setOpen({ entry: item })} />
              ))}
            </ol>
          </section>
        ))}
      <Modal
        open={open !== null}
        title={entry ? '修改常见问题' : '新增常见问题'}
        footer={null}
        width={760}
        destroyOnHidden
        onCancel={close}
      >
        {open?.begun && (
          <Alert
            type="warning"
            showIcon
            role="note"
            title="内容来自工单：请删去姓名、律所、证号等个人信息，改写为通用的问答。保存为未公布，由他人看过后再公布。"
          />
        )}
        {open && (
          <FaqForm
            key={entry?.id ?? 'new'}
            entry={entry}
            begun={open.begun}
            onSubmit={save}
            onSaved={() => {
              close();
              void message.success('已保存');
              void client.invalidateQueries({ queryKey: KEY });
            }}
          />
        )}
      </Modal>
    </Page>
  );
}

function Entry({ entry, isAsked, onEdit }: { entry: FaqEntry; isAsked: boolean; onEdit: () => void }) {
  const show = (element: HTMLLIElement | null) => void (isAsked && element?.scrollIntoView({ block: 'center' }));
  const { question, body, audience, isPublished, helpful, unhelpful, askedAgain, reasons } = entry;
  return (
    <li ref={show}>
      <div className="row">
        <strong>{question}</strong>
        <StateTag tone={isPublished ? 'good' : 'still'} label={isPublished ? '已公布' : '未公布'} />
        <Button type="link" aria-label={`修改${question}`} onClick={onEdit}>
          修改
        </Button>
      </div>
      <RichText nodes={body} />
      <div className="quiet">
        {FAQ_AUDIENCES[audience]} · 有用 {helpful} · 没用 {unhelpful} · 看过后又问了 {askedAgain}
      </div>
      {reasons.length > 0 && <div className="quiet">没用的原因：{reasons.join('；')}</div>}
    </li>
  );
}
