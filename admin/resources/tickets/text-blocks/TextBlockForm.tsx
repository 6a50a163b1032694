import { Alert, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { faqPlace, PLACEHOLDERS, type Placeholder } from '../../../../bff/contract/ticket-text-blocks/placeholders.ts';
import type { TextBlocks } from '../../../../bff/contract/ticket-text-blocks/endpoints.ts';
import { MAX_BLOCK_TITLE } from '../../../../bff/contract/ticket-text-blocks/limits.ts';
import { MAX_TICKET_BODY } from '../../../../bff/contract/tickets/limits.ts';
import type { AnswerTicket } from '../../../../bff/contract/tickets/schemas.ts';
import { everyFaultOf } from '../../../providers/failure.ts';
import { useKeepTextBlock, usePublishedFaq } from './use-text-blocks.ts';
import { useWarnWhile } from '../../../ui/form/use-leave-warning.ts';

/** What the answer does besides, as its buttons say. */
export const NEXT_WORDS: Record<AnswerTicket['next'], string> = {
  solved: '答复并解决',
  asked: '请补充材料',
  working: '答复，继续处理',
};
const NONE = 'none';
const NEXT_OPTIONS = [
  { value: NONE, label: '不改变' },
  ...Object.entries(NEXT_WORDS).map(([value, label]) => ({ value, label })),
];

/** Writes a text block, new or as it stands; placeholders are put in by their buttons. */
export function TextBlockForm({ block, onClose }: { block: TextBlocks['items'][number] | null; onClose: () => void }) {
  const [title, setTitle] = useState(block?.title ?? '');
  const [body, setBody] = useState(block?.body ?? '');
  const [next, setNext] = useState<string>(block?.next ?? NONE);
  useWarnWhile(title !== (block?.title ?? '') || body !== (block?.body ?? ''));
  const keep = useKeepTextBlock();
  const faq = usePublishedFaq().data?.items ?? [];
  const { error } = keep;
  const save = () => {
    const words = { title, body, next: next === NONE ? null : (next as AnswerTicket['next']) };
    keep.mutate(
      block ? { act: 'change', id: block.id, body: { ...words, version: block.version } } : { act: 'add', body: words },
      { onSuccess: onClose },
    );
  };
  return (
    <form
      className="confirm"
      aria-label={block ? `修改${block.title}` : '新增文本块'}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label>
        <span className="required">名称</span>
        <Input value={title} maxLength={MAX_BLOCK_TITLE} onChange={({ target }) => setTitle(target.value)} />
      </label>
      <label>
        <span className="required">内容</span>
        <Input.TextArea
          value={body}
          maxLength={MAX_TICKET_BODY}
          showCount
          autoSize={{ minRows: 3, maxRows: 14 }}
          onChange={({ target }) => setBody(target.value)}
        />
      </label>
      <div className="row text-block-places" role="group" aria-label="插入占位符">
        {(Object.keys(PLACEHOLDERS) as Placeholder[]).map((key) => (
          <Button key={key} size="small" onClick={() => setBody((typed) => `${typed}{{${key}}}`)}>
            {PLACEHOLDERS[key]}
          </Button>
        ))}
        <Select<number | null>
          aria-label="插入常见问题"
          size="small"
          value={null}
          placeholder="常见问题"
          popupMatchSelectWidth={false}
          options={faq.map(({ id, question }) => ({ value: id, label: question }))}
          onChange={(id) => id !== null && setBody((typed) => `${typed}${faqPlace(id)}`)}
        />
      </div>
      <label>
        <span>选用后建议的操作</span>
        <Select aria-label="选用后建议的操作" value={next} options={NEXT_OPTIONS} onChange={setNext} />
      </label>
      {error && <Alert type="error" showIcon role="alert" title={everyFaultOf(error)} />}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={keep.isPending}>
          保存
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  );
}
