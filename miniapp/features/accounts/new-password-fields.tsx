import { TextField } from '../../ui/fields/text-field.tsx';
import { StrengthMeter } from './strength-meter.tsx';

/** What the member reads where the password was typed two ways; nothing is sent then. */
export const DIFFERENT = '两次输入的新密码不一致，请重新输入';

/** A new password, with its strength, twice. */
export function NewPasswordFields({
  label = '新密码',
  values,
  faults,
  set,
  idOf,
}: {
  label?: string;
  values: { next: string; again: string };
  faults: { next?: string; again?: string };
  set: (name: 'next' | 'again') => (value: string) => void;
  idOf: (name: 'next' | 'again') => string;
}) {
  return (
    <>
      <TextField
        id={idOf('next')}
        label={label}
        kind="password"
        value={values.next}
        onChange={set('next')}
        autoComplete="new-password"
        error={faults.next}
        hint={<StrengthMeter password={values.next} />}
      />
      <TextField
        id={idOf('again')}
        label="再次输入"
        kind="password"
        value={values.again}
        onChange={set('again')}
        autoComplete="new-password"
        error={faults.again}
      />
    </>
  );
}
