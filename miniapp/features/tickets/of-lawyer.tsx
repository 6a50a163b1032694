import { useOwnLawyers } from '../../application/use-own-lawyers.ts';
import { SelectInput } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { groupDigits } from '../../../bff/contract/text.ts';

/** 涉及律师: of which of its lawyers a firm asks; it may be of nobody in particular. */
export function OfLawyer({
  accountId,
  value,
  onChange,
  error,
}: {
  accountId: number;
  value: string;
  onChange: (lawyerId: string) => void;
  error?: string | undefined;
}) {
  const lawyers = useOwnLawyers(accountId);
  const options = (lawyers.data ?? []).map(({ id, name, licenceNo }) => ({
    value: String(id),
    label: `${name}（${groupDigits(licenceNo)}）`,
  }));
  return (
    <Field
      id="lawyerId"
      label="涉及律师"
      hint="为本所律师办理的请选择；密码、验证码只会发给律师本人，不会发给律所"
      {...(error ? { error } : {})}
    >
      {(binding) => (
        <SelectInput
          {...binding}
          value={value}
          onChange={onChange}
          options={[{ value: '', label: '不涉及某一位律师' }, ...options]}
        />
      )}
    </Field>
  );
}
