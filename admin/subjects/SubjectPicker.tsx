import { Radio } from 'antd';
import { useState } from 'react';
import { SUBJECT_KINDS, type SubjectKind } from '../../bff/contract/registry/enums.ts';
import { RemoteSelect, type Choice } from '../ui/form/RemoteSelect.tsx';
import { searchFirms } from './search-firms.ts';
import { searchLawyers } from './search-lawyers.ts';

export interface Subject extends Choice {
  kind: SubjectKind;
}
interface SubjectPickerProps {
  id?: string;
  value?: Subject | null;
  onChange?(value: Subject | null): void;
}

/** Chooses the firm or lawyer that a record is about: first which of both, then by search. */
export function SubjectPicker({ id, value, onChange }: SubjectPickerProps) {
  const [kind, setKind] = useState<SubjectKind>(value?.kind ?? 'lawyer');
  const chooseKind = (next: SubjectKind) => {
    setKind(next);
    onChange?.(null);
  };
  return (
    <div className="subject-picker">
      <Radio.Group
        aria-label="对象类别"
        optionType="button"
        value={kind}
        onChange={({ target }) => chooseKind(target.value as SubjectKind)}
        options={Object.entries(SUBJECT_KINDS).map(([key, label]) => ({ value: key, label }))}
      />
      <RemoteSelect
        {...(id && { id })}
        cacheKey={[kind === 'firm' ? 'firms' : 'lawyers', 'search']}
        search={kind === 'firm' ? searchFirms : searchLawyers}
        placeholder={kind === 'firm' ? '输入名称或许可证号查找' : '输入姓名或执业证号查找'}
        value={value ?? null}
        onChange={(choice) => onChange?.(choice && { ...choice, kind })}
      />
    </div>
  );
}
