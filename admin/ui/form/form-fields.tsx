import { Checkbox, Input, Select, type FormItemProps } from 'antd';
import { PlainDateInput } from './PlainDateInput.tsx';
import type { ReactElement } from 'react';

interface Common<Values> {
  name: keyof Values & string;
  label: string;
  isRequired?: boolean;
  isWide?: boolean;
  hint?: FormItemProps['extra'];
  /** Whether it is asked at all, by what stands in the other fields; absent: always. */
  isAsked?(values: Values): boolean;
  /** Heading under which it stands with its neighbours of the same. */
  group?: string;
}
/** One field of a `ServerForm`. */
export type FieldSpec<Values> = Common<Values> &
  (
    | { kind: 'text'; inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'; placeholder?: string }
    | { kind: 'password'; autoComplete: 'current-password' | 'new-password' }
    | { kind: 'paragraph'; max: number }
    | { kind: 'date' }
    | { kind: 'choice'; options: Record<string, string> }
    | { kind: 'choices'; options: Record<string, string> }
    // `words` say a value that is not text already, where two are compared.
    | { kind: 'own'; control: ReactElement; words?(value: Values[keyof Values]): string }
  );

/** Fields that stand together under a heading. */
export const inGroup = <Values,>(group: string, fields: readonly FieldSpec<Values>[]): FieldSpec<Values>[] =>
  fields.map((field) => ({ ...field, group }));

/** Neighbours under one heading; without any heading all fields are one group. */
export function groupsOf<Values>(
  fields: readonly FieldSpec<Values>[],
): { title?: string; fields: FieldSpec<Values>[] }[] {
  const groups: { title?: string; fields: FieldSpec<Values>[] }[] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    if (last && last.title === field.group) last.fields.push(field);
    else groups.push({ ...(field.group !== undefined && { title: field.group }), fields: [field] });
  }
  return groups;
}

/** The control of a field; antd's form hands it value and onChange. */
export function control<Values>(field: FieldSpec<Values>): ReactElement {
  switch (field.kind) {
    case 'text':
      return <Input inputMode={field.inputMode ?? 'text'} placeholder={field.placeholder ?? ''} autoComplete="off" />;
    case 'password':
      return <Input.Password autoComplete={field.autoComplete} />;
    case 'paragraph':
      return <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} showCount maxLength={field.max} />;
    case 'date':
      return <PlainDateInput />;
    case 'choice':
      return <Select options={Object.entries(field.options).map(([value, label]) => ({ value, label }))} />;
    case 'choices':
      return <Checkbox.Group options={Object.entries(field.options).map(([value, label]) => ({ value, label }))} />;
    case 'own':
      return field.control;
  }
}
