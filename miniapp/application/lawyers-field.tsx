import { useState } from 'react';
import { groupDigits } from '../../bff/contract/text.ts';
import { Button } from '../ui/button.tsx';
import { Box } from '../ui/elements.tsx';
import { Field } from '../ui/fields/field.tsx';
import { Icon } from '../ui/marks/icon.tsx';
import type { ChosenLawyer } from './draft.ts';
import { LawyerPicker } from './lawyer-picker.tsx';
import styles from './lawyers-field.module.css';

// Enough to recognise the choice; all names are in the picker and in the preview.
const SHOWN = 5;

/** 选择律师 in the form: a "+" that opens the picker, and whom it chose. */
export function LawyersField({
  accountId,
  value,
  onChange,
  error,
}: {
  accountId: number;
  value: ChosenLawyer[];
  onChange: (lawyers: ChosenLawyer[]) => void;
  error?: string | undefined;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Field id="lawyers" label="选择律师" required group error={error}>
      {(binding) => (
        <>
          <Button id="lawyers" kind="secondary" describedBy={binding.describedBy} onTap={() => setOpen(true)}>
            <Icon name="plus" />
            {value.length ? `已选择 ${value.length} 名，修改` : '选择律师'}
          </Button>
          {value.slice(0, SHOWN).map((lawyer) => (
            <Box key={lawyer.id} className={styles.lawyer}>
              <Box as="span">{lawyer.name}</Box>
              <Box as="span" className={styles.number}>
                {groupDigits(lawyer.licenceNo)}
              </Box>
            </Box>
          ))}
          {value.length > SHOWN ? <Box className={styles.more}>等共 {value.length} 名律师</Box> : null}
          {isOpen ? (
            <LawyerPicker
              accountId={accountId}
              chosen={value}
              onClose={() => setOpen(false)}
              onSave={(lawyers) => {
                setOpen(false);
                onChange(lawyers);
              }}
            />
          ) : null}
        </>
      )}
    </Field>
  );
}
