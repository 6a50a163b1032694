import { Input, Select, Table } from 'antd';
import { isTyped } from '../../../bff/contract/form-reading/fields.ts';
import { FIELD_USES, MAX_HINT, type FieldUse } from '../../../bff/contract/profile-fields/enums.ts';
import {
  isOpen,
  settingKey,
  shippedUse,
  usesOf,
  type FieldSetting,
} from '../../../bff/contract/profile/field-settings.ts';
import type { ProfileField } from '../../../bff/contract/profile/language.ts';
import { profileSection, type SectionKey } from '../../../bff/contract/profile/profile.ts';
import { AddedOptions } from './AddedOptions.tsx';
import type { TypedSettings } from './Edit.tsx';

interface SectionFieldsProps {
  section: SectionKey;
  typed: TypedSettings;
  onChange(typed: TypedSettings): void;
}

/** The fields of one section that members fill in, each with what may be set of it. */
export function SectionFields({ section: key, typed, onChange }: SectionFieldsProps) {
  const fields = (profileSection(key).fields as readonly ProfileField[]).filter(isTyped);
  const settingOf = ({ key: name }: ProfileField): FieldSetting => typed[settingKey(key, name)] ?? {};
  const put = ({ key: name }: ProfileField, part: FieldSetting) =>
    onChange({ ...typed, [settingKey(key, name)]: { ...typed[settingKey(key, name)], ...part } });
  return (
    <Table<ProfileField>
      rowKey="key"
      dataSource={fields}
      size="small"
      scroll={{ x: 'max-content' }}
      pagination={false}
      columns={[
        { title: '字段', dataIndex: 'label' },
        {
          title: '填写要求',
          render: (_, field) => {
            const uses = usesOf(key, field);
            if (uses.length === 0) return <span className="quiet">{fixedWords(field)}</span>;
            return (
              <Select<FieldUse>
                aria-label={`${field.label}的填写要求`}
                value={settingOf(field).use ?? shippedUse(field)}
                onChange={(use) => put(field, { use })}
                options={uses.map((value) => ({ value, label: wordsOf(field, value) }))}
                style={{ width: 140 }}
              />
            );
          },
        },
        {
          title: '填写提示',
          render: (_, field) => (
            <Input
              aria-label={`${field.label}的填写提示`}
              maxLength={MAX_HINT}
              value={settingOf(field).hint ?? field.hint ?? ''}
              onChange={({ target }) => put(field, { hint: target.value })}
              style={{ minWidth: 240 }}
            />
          ),
        },
      ]}
      expandable={{
        rowExpandable: isOpen,
        expandedRowRender: (field) => (
          <AddedOptions
            field={field}
            added={settingOf(field).added ?? {}}
            onChange={(added) => put(field, { added })}
          />
        ),
        columnTitle: <span className="unseen">增加选项</span>,
      }}
    />
  );
}

/** What is required of some only says so. */
const wordsOf = ({ required }: ProfileField, use: FieldUse): string =>
  use === 'required' && typeof required === 'object' ? '按情况必填' : FIELD_USES[use];
const fixedWords = (field: ProfileField): string => `${wordsOf(field, shippedUse(field))}（固定）`;
