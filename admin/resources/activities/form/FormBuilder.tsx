import { Button, Checkbox, Input, Select } from 'antd';
import { ANSWER_KINDS, type AnswerKind } from '../../../../bff/contract/activities/enums.ts';
import { MAX_FORM_FIELDS, MAX_GROUP_NAME } from '../../../../bff/contract/activities/limits.ts';
import type { FormFieldReply } from '../../../../bff/contract/activities/replies.ts';

interface FormBuilderProps {
  id?: string;
  value?: FormFieldReply[];
  onChange?(value: FormFieldReply[]): void;
}

const KINDS = (Object.keys(ANSWER_KINDS) as AnswerKind[]).map((value) => ({ value, label: ANSWER_KINDS[value] }));

/** Answers are kept by it: no field has it, nor had one that was taken away. */
const freshKey = () => `f${crypto.getRandomValues(new Uint32Array(1))[0]}`;

/** 报名表: what is asked besides name, number and firm. antd's form hands id, value, onChange. */
export function FormBuilder({ id, value = [], onChange }: FormBuilderProps) {
  const put = (at: number, more: Partial<FormFieldReply>) =>
    onChange?.(value.map((field, index) => (index === at ? { ...field, ...more } : field)));
  const added: FormFieldReply = {
    key: freshKey(),
    label: '',
    hint: '',
    kind: 'text',
    isRequired: false,
    choices: [],
  };
  return (
    <div id={id} tabIndex={-1} className="conditions">
      {value.map((field, at) => (
        <div key={field.key} role="group" aria-label={`表单项${at + 1}`} className="row">
          <Input
            aria-label="名称"
            placeholder="名称，例如：用餐"
            maxLength={MAX_GROUP_NAME}
            value={field.label}
            onChange={({ target }) => put(at, { label: target.value })}
          />
          <Select aria-label="类型" value={field.kind} options={KINDS} onChange={(kind) => put(at, { kind })} />
          {(field.kind === 'choice' || field.kind === 'choices') && (
            <Select
              mode="tags"
              aria-label="选项"
              placeholder="逐个输入选项，按回车"
              open={false}
              style={{ minWidth: 220 }}
              value={field.choices}
              onChange={(choices: string[]) => put(at, { choices })}
            />
          )}
          <Checkbox checked={field.isRequired} onChange={({ target }) => put(at, { isRequired: target.checked })}>
            必填
          </Checkbox>
          <Button type="text" danger onClick={() => onChange?.(value.filter((_, index) => index !== at))}>
            删除
          </Button>
        </div>
      ))}
      {value.length < MAX_FORM_FIELDS && <Button onClick={() => onChange?.([...value, added])}>添加表单项</Button>}
    </div>
  );
}
