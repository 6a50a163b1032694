import { Select } from 'antd';
import { FAQ_AUDIENCES, FAQ_CATEGORIES } from '../../../bff/contract/faq/enums.ts';
import type { FaqEntry } from '../../../bff/contract/faq/endpoints.ts';
import { MAX_FAQ_ANSWER } from '../../../bff/contract/faq/limits.ts';
import type { CreateFaq } from '../../../bff/contract/faq/schemas.ts';
import type { FieldSpec } from '../../ui/form/form-fields.tsx';
import { ServerForm } from '../../ui/form/ServerForm.tsx';

const PUBLISHED = [
  { value: true, label: '公布' },
  { value: false, label: '不公布' },
];
const fields: readonly FieldSpec<CreateFaq>[] = [
  { name: 'question', label: '问题', kind: 'text', isRequired: true, isWide: true },
  {
    name: 'answer',
    label: '答案',
    kind: 'paragraph',
    max: MAX_FAQ_ANSWER,
    isRequired: true,
    isWide: true,
    hint: '只写文字，空一行分段；网址、标签按原样显示',
  },
  { name: 'category', label: '分类', kind: 'choice', options: FAQ_CATEGORIES, isRequired: true },
  { name: 'audience', label: '对象', kind: 'choice', options: FAQ_AUDIENCES, isRequired: true },
  { name: 'keywords', label: '关键词', kind: 'text', hint: '问题中没有、会员可能输入的词，用空格隔开' },
  { name: 'position', label: '顺序', kind: 'text', inputMode: 'numeric', isRequired: true, hint: '小的在前' },
  { name: 'isPublished', label: '状态', kind: 'own', control: <Select options={PUBLISHED} />, isRequired: true },
];
const NEW: CreateFaq = {
  question: '',
  answer: '',
  category: 'account',
  audience: 'everybody',
  keywords: '',
  position: 100,
  isPublished: false,
};

/** An entry of 常见问题, new or changed. */
export function FaqForm({
  entry,
  begun,
  onSubmit,
  onSaved,
}: {
  entry: FaqEntry | null;
  /** What a new one begins with. */
  begun?: Partial<CreateFaq> | undefined;
  onSubmit: (body: CreateFaq) => Promise<FaqEntry>;
  onSaved: () => void;
}) {
  return (
    <ServerForm<CreateFaq, FaqEntry>
      initial={entry ? inputOf(entry) : { ...NEW, ...begun }}
      fields={fields}
      submitLabel="保存"
      onSubmit={onSubmit}
      onSaved={onSaved}
    />
  );
}

const inputOf = ({ question, answer, category, audience, keywords, position, isPublished }: FaqEntry): CreateFaq => ({
  question,
  answer,
  category,
  audience,
  keywords,
  position,
  isPublished,
});
