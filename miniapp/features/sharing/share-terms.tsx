import { addDays } from '../../../bff/contract/dates.ts';
import { DateInput, SelectInput } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { today } from '../../ui/times.ts';

/** The day so many days from now, yyyy-MM-dd. */
export const inDays = (days: number) => addDays(today(), days);

const USUAL_LIMITS = ['1', '3', '5', '10', '30'];

/** What may still be changed of a link: for whom, purpose, last day, and how often it opens (empty: without limit). */
export interface Terms {
  recipient: string;
  purpose: string;
  expiresOn: string;
  viewLimit: string;
}

/** The fields of `Terms`. */
export function ShareTerms({
  terms,
  onChange,
  faults,
}: {
  terms: Terms;
  onChange: (terms: Terms) => void;
  faults: Record<string, string | undefined>;
}) {
  const set = (patch: Partial<Terms>) => onChange({ ...terms, ...patch });
  const limits = [...new Set([...USUAL_LIMITS, terms.viewLimit])].filter(Boolean).sort((a, b) => Number(a) - Number(b));
  return (
    <>
      <TextField
        id="recipient"
        label="接收方"
        value={terms.recipient}
        onChange={(recipient) => set({ recipient })}
        error={faults.recipient}
        placeholder="单位名称，可稍后再填"
      />
      <TextField
        id="share-purpose"
        label="用途"
        value={terms.purpose}
        onChange={(purpose) => set({ purpose })}
        error={faults.purpose}
        placeholder="接收方会看到，可不填"
      />
      <Field id="expiresOn" label="有效期至" error={faults.expiresOn}>
        {(binding) => (
          <DateInput
            {...binding}
            value={terms.expiresOn}
            onChange={(expiresOn) => set({ expiresOn })}
            min={today()}
            max={inDays(365)}
          />
        )}
      </Field>
      <Field id="viewLimit" label="查看次数" error={faults.viewLimit}>
        {(binding) => (
          <SelectInput
            {...binding}
            value={terms.viewLimit}
            onChange={(viewLimit) => set({ viewLimit })}
            options={[{ value: '', label: '不限' }, ...limits.map((value) => ({ value, label: `${value} 次` }))]}
          />
        )}
      </Field>
    </>
  );
}
