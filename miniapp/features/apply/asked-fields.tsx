import { COUNTRIES } from '../../../bff/contract/countries.ts';
import {
  APPLICATION_FIELDS,
  takesAttachments,
  type ApplicationField,
} from '../../../bff/contract/certificate-types/enums.ts';
import type { FieldFaults } from '../../../bff/contract/errors.ts';
import { MAX_FREE_TEXT } from '../../../bff/contract/certificates/limits.ts';
import { SelectInput } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { TextAreaField, TextField } from '../../ui/fields/text-field.tsx';
import { today } from '../../ui/times.ts';
import { AttachmentsField } from '../../application/attachments-field.tsx';
import { ConsentField } from './consent-field.tsx';
import type { FormValues } from '../../application/draft.ts';
import { LatinNameField } from './latin-name-field.tsx';
import { SinceField } from '../../application/since-field.tsx';
import { LawyersField } from '../../application/lawyers-field.tsx';

/** How many years back the form offers: of assessments, dues and hours before them nobody needs proof any more. */
const YEARS_BACK = 10;

const COUNTRY_OPTIONS = [
  { value: '', label: '请选择' },
  ...Object.entries(COUNTRIES).map(([value, [label]]) => ({ value, label })),
];

function yearOptions() {
  const thisYear = Number(today().slice(0, 4));
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(thisYear - back));
  return [{ value: '', label: '请选择' }, ...years.map((value) => ({ value, label: `${value} 年度` }))];
}

/** What the chosen type asks for besides what every type does. */
export function AskedFields({
  accountId,
  asks,
  values,
  faults,
  set,
}: {
  accountId: number;
  asks: readonly ApplicationField[];
  values: FormValues;
  faults: FieldFaults;
  set: <K extends keyof FormValues>(name: K) => (value: FormValues[K]) => void;
}) {
  const files = takesAttachments(asks);
  const isAsked = (field: ApplicationField) => asks.includes(field);
  const text = (id: 'formerLicenceNo' | 'formerName') => ({
    id,
    required: true,
    value: values[id],
    onChange: set(id),
    ...(faults[id] === undefined ? {} : { error: faults[id] }),
  });
  return (
    <>
      {isAsked('lawyers') ? (
        <LawyersField accountId={accountId} value={values.lawyers} onChange={set('lawyers')} error={faults.lawyers} />
      ) : null}
      {isAsked('formerLawyer') ? (
        <>
          <TextField
            {...text('formerLicenceNo')}
            label="原执业证号"
            placeholder="已注销律师的执业证号"
            hint="须与姓名一致，且该律师已在本会注销"
          />
          <TextField {...text('formerName')} label="律师姓名" />
        </>
      ) : null}
      {isAsked('since') ? (
        <SinceField
          accountId={accountId}
          value={values}
          onChange={(changed) => {
            if (changed.since !== undefined) set('since')(changed.since);
            if (changed.sinceFirstPractice !== undefined) set('sinceFirstPractice')(changed.sinceFirstPractice);
          }}
          error={faults.since}
        />
      ) : null}
      {isAsked('year') ? (
        <Field id="year" label={APPLICATION_FIELDS.year} required error={faults.year}>
          {(binding) => <SelectInput {...binding} value={values.year} options={yearOptions()} onChange={set('year')} />}
        </Field>
      ) : null}
      {isAsked('latinName') ? (
        <LatinNameField
          accountId={accountId}
          value={values.latinName}
          onChange={set('latinName')}
          error={faults['latinName']}
        />
      ) : null}
      {isAsked('country') ? (
        <Field id="country" label={APPLICATION_FIELDS.country} required error={faults.country}>
          {(binding) => (
            <SelectInput {...binding} value={values.country} options={COUNTRY_OPTIONS} onChange={set('country')} />
          )}
        </Field>
      ) : null}
      {isAsked('freeText') ? (
        <TextAreaField
          id="freeText"
          label={APPLICATION_FIELDS.freeText}
          required
          rows={6}
          max={MAX_FREE_TEXT}
          value={values.freeText}
          onChange={set('freeText')}
          error={faults.freeText}
          placeholder="请写明需要协会证明的事项"
        />
      ) : null}
      {files === 'none' ? null : (
        <AttachmentsField
          value={values.attachments}
          onChange={set('attachments')}
          error={faults.attachments}
          required={files === 'required'}
          {...(files === 'optional' ? { proves: '能够证明上述内容的材料，选填' } : {})}
        />
      )}
      {isAsked('consent') ? (
        <ConsentField value={values.hasConsent} onChange={set('hasConsent')} error={faults.hasConsent} />
      ) : null}
    </>
  );
}
