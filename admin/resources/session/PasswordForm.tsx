import type { ChangePassword } from '../../../bff/contract/accounts/schemas.ts';
import { ServerForm } from '../../ui/form/ServerForm.tsx';

interface PasswordFormProps {
  current: string;
  submitLabel: string;
  onSubmit(body: ChangePassword): Promise<unknown>;
}

export function PasswordForm({ current, submitLabel, onSubmit }: PasswordFormProps) {
  return (
    <ServerForm
      initial={{ current, next: '' }}
      fields={[
        { name: 'current', label: '当前密码', kind: 'password', autoComplete: 'current-password', isRequired: true },
        {
          name: 'next',
          label: '新密码',
          kind: 'password',
          autoComplete: 'new-password',
          isRequired: true,
          hint: '至少10位，同时包含字母和数字',
        },
      ]}
      submitLabel={submitLabel}
      onSubmit={onSubmit}
    />
  );
}
