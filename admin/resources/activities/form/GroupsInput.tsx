import { Button, Input } from 'antd';
import { MAX_ACTIVITY_GROUPS, MAX_GROUP_NAME } from '../../../../bff/contract/activities/limits.ts';
import type { Eligibility } from '../../../../bff/contract/eligibility/schemas.ts';
import { WholeInput } from '../../../ui/form/WholeInput.tsx';
import { YuanInput } from '../../../ui/form/YuanInput.tsx';
import { EligibilityBuilder } from '../../../eligibility/EligibilityBuilder.tsx';

export interface GroupValue {
  id?: number;
  name: string;
  /** null: as many as the activity; as typed where that is no number. */
  capacity: number | string | null;
  /** As typed where that is no amount. */
  feeFen: number | string;
  eligibility: Eligibility | null;
}
interface GroupsInputProps {
  id?: string;
  value?: GroupValue[];
  onChange?(value: GroupValue[]): void;
}

/** Parts of an activity with seats and conditions of their own; one without a name where there is only one. */
export function GroupsInput({ id, value = [], onChange }: GroupsInputProps) {
  const put = (at: number, more: Partial<GroupValue>) =>
    onChange?.(value.map((group, index) => (index === at ? { ...group, ...more } : group)));
  return (
    <div id={id} tabIndex={-1} className="conditions">
      {value.map((group, at) => (
        <div key={group.id ?? `new-${at}`} role="group" aria-label={`分组${at + 1}`} className="conditions">
          <div className="row">
            <Input
              aria-label="分组名称"
              placeholder={value.length === 1 ? '只有一个分组时可以不填' : '分组名称，例如：上午场'}
              maxLength={MAX_GROUP_NAME}
              value={group.name}
              onChange={({ target }) => put(at, { name: target.value })}
            />
            <WholeInput
              aria-label="分组名额"
              placeholder="名额"
              className="number-of-group"
              value={group.capacity}
              onChange={(capacity) => put(at, { capacity })}
            />
            <YuanInput
              aria-label="费用（元）"
              prefix="费用"
              suffix="元"
              value={group.feeFen}
              onChange={(feeFen) => put(at, { feeFen })}
            />
            {value.length > 1 && (
              <Button type="text" danger onClick={() => onChange?.(value.filter((_, index) => index !== at))}>
                删除
              </Button>
            )}
          </div>
          {value.length > 1 && (
            <EligibilityBuilder
              of={['lawyer']}
              value={group.eligibility}
              onChange={(eligibility) => put(at, { eligibility })}
            />
          )}
        </div>
      ))}
      {value.length < MAX_ACTIVITY_GROUPS && (
        <Button onClick={() => onChange?.([...value, { name: '', capacity: null, feeFen: 0, eligibility: null }])}>
          添加分组
        </Button>
      )}
    </div>
  );
}
