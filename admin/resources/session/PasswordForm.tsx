import type { ChangePassword } from '../../../bff/contract/accounts/schemas.ts';
import { ServerForm } from '../../ui/form/ServerForm.tsx';

interface PasswordFormProps {
  current: string;
  /** What the present one is called: a newcomer has been mailed a code, and has no password yet. */
  currentLabel?: string;
  submitLabel: string;
  onSubmit(body: ChangePassword): Promise<unknown>;
}

export function PasswordForm({ current, currentLabel = '当前密码', submitLabel, onSubmit }: PasswordFormProps) {
  return (
    <ServerForm
      initial={{ current, next: '' }}
      fields={[
        { name: 'current', label: currentLabel, kind: 'password', autoComplete: 'current-password', isRequired: true },
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
