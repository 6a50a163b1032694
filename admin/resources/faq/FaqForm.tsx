import { Select } from 'antd';
import { FAQ_AUDIENCES, FAQ_CATEGORIES } from '../../../bff/contract/faq/enums.ts';
import type { FaqEntry } from '../../../bff/contract/faq/endpoints.ts';
import type { CreateFaq } from '../../../bff/contract/faq/schemas.ts';
import type { RichNode } from '../../../bff/contract/rich-text/tags.ts';
import type { FieldSpec } from '../../ui/form/form-fields.tsx';
import { ServerForm } from '../../ui/form/ServerForm.tsx';
import { htmlOfNodes } from '../../ui/rich-text/rich-dom.ts';
import { RichTextInput } from '../../ui/rich-text/RichTextInput.tsx';

const PUBLISHED = [
  { value: true, label: '公布' },
  { value: false, label: '不公布' },
];
/** Of a new one, or of one whose answer is this. */
const fieldsOf = (answer: readonly RichNode[]): readonly FieldSpec<CreateFaq>[] => [
  { name: 'question', label: '问题', kind: 'text', isRequired: true, isWide: true },
  {
    name: 'answer',
    label: '答案',
    kind: 'own',
    control: <RichTextInput label="答案" initial={answer} />,
    isRequired: true,
    isWide: true,
    hint: '粘贴的内容只保留文字，请在此重新设置标题和列表',
    words: (html) => String(html).replace(/<[^>]*>/g, ' '),
  },
  { name: 'category', label: '分类', kind: 'choice', options: FAQ_CATEGORIES, isRequired: true },
  { name: 'audience', label: '对象', kind: 'choice', options: FAQ_AUDIENCES, isRequired: true },
  { name: 'keywords', label: '关键词', kind: 'text', hint: '问题中没有、会员可能输入的词，用空格隔开' },
  { name: 'position', label: '顺序', kind: 'text', inputMode: 'numeric', isRequired: true, hint: '小的在前' },
  { name: 'isPublished', label: '状态', kind: 'own', control: <Select options={PUBLISHED} />, isRequired: true },
];
const NEW: Omit<CreateFaq, 'answer'> = {
  question: '',
  category: 'account',
  audience: 'everybody',
  keywords: '',
  position: 100,
  isPublished: false,
};

/** What a new entry may begin with. */
export interface BegunFaq {
  question: string;
  answer: readonly RichNode[];
}

/** An entry of 常见问题, new or changed. */
export function FaqForm({
  entry,
  begun,
  onSubmit,
  onSaved,
}: {
  entry: FaqEntry | null;
  /** What a new one begins with. */
  begun?: BegunFaq | undefined;
  onSubmit: (body: CreateFaq) => Promise<FaqEntry>;
  onSaved: () => void;
}) {
  const answer = entry?.body ?? begun?.answer ?? [];
  const initial = { ...(entry ? inputOf(entry) : { ...NEW, ...begun }), answer: htmlOfNodes(answer) };
  return (
    <ServerForm<CreateFaq, FaqEntry>
      initial={initial}
      fields={fieldsOf(answer)}
      submitLabel="保存"
      onSubmit={onSubmit}
      onSaved={onSaved}
    />
  );
}

const inputOf = ({
  question,
  category,
  audience,
  keywords,
  position,
  isPublished,
}: FaqEntry): Omit<CreateFaq, 'answer'> => ({
  question,
  category,
  audience,
  keywords,
  position,
  isPublished,
});
