import { useState } from 'react';
import { offered } from '../../../../bff/contract/form-reading/words.ts';
import { provinces, regionsIn, type Region } from '../../../../bff/contract/regions/regions.ts';
import { Box, SelectInput } from '../../../ui/elements.tsx';
import { Field, type FieldFrameProps } from '../../../ui/fields/field.tsx';
import styles from '../profile.module.css';

/** What stands in place of a province. */
const ABROAD = 'abroad';
const isDivision = (code: string): boolean => /^\d{6}$/.test(code);

const asOptions = (regions: readonly Region[]) => regions.map(({ code, name }) => ({ value: code, label: name }));

/** A division down to the county, or a country: what is chosen so far is kept as it is. */
export function RegionField({
  frame,
  value,
  onChange,
}: {
  frame: Omit<FieldFrameProps, 'children'>;
  value: string;
  onChange: (value: string) => void;
}) {
  const [isAbroad, setAbroad] = useState(value !== '' && !isDivision(value));
  const province = isDivision(value) ? `${value.slice(0, 2)}0000` : '';
  const below = province ? regionsIn(province) : [];
  const second = below.find(
    ({ code }) => code === value || (code.endsWith('00') && code.slice(0, 4) === value.slice(0, 4)),
  );
  const third = second ? regionsIn(second.code) : [];
  const first = isAbroad ? ABROAD : province;
  const choose = (code: string) => {
    setAbroad(code === ABROAD);
    onChange(code === ABROAD ? '' : code);
  };
  const part = (words: string) => ({ name: `${frame.label}，${words}` });
  return (
    <Field {...frame} group>
      {(binding) => (
        <Box className={styles.region}>
          <Select
            {...binding}
            {...part('省级')}
            value={first}
            empty="省、自治区、直辖市"
            onChange={choose}
            options={[...asOptions(provinces()), { value: ABROAD, label: '港澳台及国外' }]}
          />
          {isAbroad ? (
            <Select
              id={`${binding.id}-country`}
              {...part('国家或地区')}
              value={value}
              empty="国家或地区"
              onChange={onChange}
              options={offered('country')
                .filter(({ code }) => code !== 'CN')
                .map(({ code, label }) => ({ value: code, label }))}
            />
          ) : null}
          {below.length > 0 && !isAbroad ? (
            <Select
              id={`${binding.id}-city`}
              {...part('地市')}
              value={second?.code ?? ''}
              empty="地市"
              onChange={(code) => onChange(code || province)}
              options={asOptions(below)}
            />
          ) : null}
          {third.length > 0 && !isAbroad ? (
            <Select
              id={`${binding.id}-county`}
              {...part('区县')}
              value={value === second?.code ? '' : value}
              empty="区县"
              onChange={(code) => onChange(code || (second?.code ?? province))}
              options={asOptions(third)}
            />
          ) : null}
        </Box>
      )}
    </Field>
  );
}

function Select({
  empty,
  options,
  ...rest
}: {
  id: string;
  name: string;
  value: string;
  empty: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  invalid?: boolean;
  describedBy?: string | undefined;
  required?: boolean;
}) {
  const { describedBy, ...others } = rest;
  return (
    <SelectInput
      {...others}
      {...(describedBy ? { describedBy } : {})}
      options={[{ value: '', label: empty }, ...options]}
    />
  );
}
