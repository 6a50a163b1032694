import { useState } from 'react';
import { quoted } from '../../bff/contract/text.ts';
import { Box, SelectInput } from '../ui/elements.tsx';
import { Field } from '../ui/fields/field.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { useOffice } from '../office/use-office.ts';

/** The value that stands for the member's own words: no entry of the list begins with a blank, for the server trims them. */
const OWN = ' own';

/** 用途: one of the association's own, or in the member's words, which the letter quotes and does not say itself. */
export function PurposeField({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (purpose: string) => void;
  error: string | undefined;
}) {
  const offered = useOffice().data?.purposes ?? [];
  const [wantsOwn, setWantsOwn] = useState(false);
  const isOwn = wantsOwn || (value !== '' && !offered.includes(value));
  const choose = (chosen: string) => {
    setWantsOwn(chosen === OWN);
    onChange(chosen === OWN ? '' : chosen);
  };
  return (
    <>
      <Field id={isOwn ? 'purpose-choice' : 'purpose'} label="用途" {...(isOwn || !error ? {} : { error })}>
        {(binding) => (
          <SelectInput
            {...binding}
            value={isOwn ? OWN : value}
            onChange={choose}
            options={[
              { value: '', label: '不注明（选填）' },
              ...offered.map((purpose) => ({ value: purpose, label: purpose })),
              { value: OWN, label: '其他（自行填写）' },
            ]}
          />
        )}
      </Field>
      {isOwn ? (
        <TextField
          id="purpose"
          label="其他用途"
          value={value}
          onChange={onChange}
          {...(error ? { error } : {})}
          placeholder="例如：地铁3号线法律服务采购"
          hint={
            <>
              <Box>将印在证明末尾：申请人填写，非本会证明内容，用途：{quoted(value.trim() || '…')}</Box>
              <Box>含有句号等标点，或“本会”“证明”等字样的，转人工审核</Box>
            </>
          }
        />
      ) : null}
    </>
  );
}
