import { CheckMark } from '../../ui/marks/check-mark.tsx';
import { Box, Tap } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import styles from './consent-field.module.css';

/** The person concerned agrees to what the letter tells about him or her. */
export function ConsentField({
  value,
  onChange,
  error,
}: {
  value: boolean;
  onChange: (hasConsent: boolean) => void;
  error?: string | undefined;
}) {
  return (
    <Field id="hasConsent" label="同意确认" required group error={error}>
      {(binding) => (
        <Tap
          id="hasConsent"
          role="checkbox"
          checked={value}
          invalid={binding.invalid}
          onTap={() => onChange(!value)}
          className={styles.row}
          {...(binding.describedBy ? { describedBy: binding.describedBy } : {})}
        >
          <CheckMark checked={value} />
          <Box as="span">已征得当事人书面同意，同意书已作为附件上传</Box>
        </Tap>
      )}
    </Field>
  );
}
