import { Select } from 'antd';
import { ROLE_WORDS, ROLES, type Role } from '../../../bff/contract/accounts/enums.ts';
import { TWO_PERSON_LABELS } from '../../../bff/contract/two-person/enums.ts';
import type { FieldSpec } from '../../ui/form/form-fields.tsx';

export interface StaffValues {
  name: string;
  email: string;
  roles: Role[];
}

/** Beside the choice, since what is chosen decides what somebody may see and do. */
function RoleWords() {
  return (
    <>
      可选多个；增加{TWO_PERSON_LABELS}须由另一位管理员确认。
      <ul className="plain">
        {(Object.keys(ROLES) as Role[]).map((role) => (
          <li key={role}>
            {ROLES[role]}：{ROLE_WORDS[role]}
          </li>
        ))}
      </ul>
    </>
  );
}

export const staffFields: readonly FieldSpec<StaffValues>[] = [
  { name: 'name', label: '姓名', kind: 'text', isRequired: true, hint: '显示在审核记录和操作日志中' },
  { name: 'email', label: '邮箱', kind: 'text', isRequired: true, hint: '本人的邮箱：登录码只发到这里' },
  {
    name: 'roles',
    label: '角色',
    kind: 'own',
    isWide: true,
    hint: <RoleWords />,
    control: (
      <Select mode="multiple" options={Object.entries(ROLES).map(([value, label]) => ({ value, label }))} allowClear />
    ),
  },
];
