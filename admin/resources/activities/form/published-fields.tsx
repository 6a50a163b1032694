import { Checkbox } from 'antd';
import { ACTIVITY_WARNINGS, type ActivityWarning } from '../../../../bff/contract/activities/enums.ts';
import { inGroup, type FieldSpec } from '../../../ui/form/form-fields.tsx';
import type { RichNode } from '../../../../bff/contract/rich-text/tags.ts';
import { activityFieldsOf } from './activity-fields.tsx';
import type { ActivityValues } from './activity-values.ts';

/** Of a published one: what is odd is ticked before it is saved. */
export const publishedFieldsOf = (details: readonly RichNode[]): readonly FieldSpec<ActivityValues>[] => [
  ...activityFieldsOf(details),
  ...inGroup<ActivityValues>('核对', [
    {
      name: 'acknowledged',
      label: '已核对的提示',
      kind: 'own',
      control: <Warnings />,
      isWide: true,
      hint: '保存时系统指出的，核对后勾选再保存',
    },
  ]),
];

function Warnings({ value = [], onChange }: { value?: ActivityWarning[]; onChange?(value: ActivityWarning[]): void }) {
  return (
    <Checkbox.Group
      className="stacked"
      value={value}
      options={Object.entries(ACTIVITY_WARNINGS).map(([key, label]) => ({ value: key, label }))}
      onChange={(next) => onChange?.(next as ActivityWarning[])}
    />
  );
}
