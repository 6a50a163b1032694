import { useState } from 'react';
import { ApiError, faultText } from '../../api/api-error.ts';
import { showField } from '../../platform/page/show-field.ts';

/**
 * What every short form needs: values that a refusal never loses, faults under their fields, one sentence for the rest,
 * and one submission at a time.
 * @param page makes the ids of the fields its own: H5 keeps pages beneath in the document
 */
export function useForm<Name extends string>(page: string, initial: Record<Name, string>) {
  const [values, setValues] = useState(initial);
  const [faults, setFaults] = useState<Partial<Record<Name, string>>>({});
  const [message, setMessage] = useState('');
  const [isBusy, setBusy] = useState(false);
  const idOf = (name: Name) => `${page}-${name}`;
  const names = Object.keys(initial) as Name[];

  const refuse = (fields: Partial<Record<Name, string>>, text = '') => {
    setFaults(fields);
    setMessage(text);
    const first = names.find((name) => fields[name]);
    if (first) showField(idOf(first));
  };
  return {
    values,
    faults,
    message,
    isBusy,
    idOf,
    set: (name: Name) => (value: string) => setValues({ ...values, [name]: value }),
    refuse,
    async submit(send: () => Promise<void>): Promise<void> {
      if (isBusy) return;
      setBusy(true);
      refuse({});
      try {
        await send();
      } catch (fault) {
        const fields: Partial<Record<string, string>> = fault instanceof ApiError ? fault.fields : {};
        const known = names.some((name) => fields[name]);
        refuse(fields as Partial<Record<Name, string>>, known ? '' : faultText(fault));
      } finally {
        setBusy(false);
      }
    },
  };
}
