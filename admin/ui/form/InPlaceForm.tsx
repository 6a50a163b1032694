import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Conflict } from './Conflict.tsx';
import type { FieldSpec } from './form-fields.tsx';
import { ServerForm } from './ServerForm.tsx';

interface InPlaceFormProps<Values extends object, Saved> {
  /** As it stands when the page opens. */
  initial: Values;
  /** Where the cache keeps it. */
  cacheKey: readonly unknown[];
  load(signal: AbortSignal): Promise<Values>;
  fields: readonly FieldSpec<Values>[];
  save(values: Values): Promise<Saved>;
  /** What holds once it is saved: what waits for a second person does not. */
  toValues(saved: NoInfer<Saved>): Values;
  onSaved(saved: NoInfer<Saved>): void;
}

/**
 * A record that there is one of, changed where it is shown: once saved, the form goes on with what holds now. A save over
 * somebody else's newer one keeps what was typed and shows both.
 */
export function InPlaceForm<Values extends object, Saved>(props: InPlaceFormProps<Values, Saved>) {
  const { initial, cacheKey, load, fields, save, toValues, onSaved } = props;
  const client = useQueryClient();
  // As it was when typing began; a refetch behind the form must not move its version.
  const [seen, setSeen] = useState(initial);
  const [saves, setSaves] = useState(0);
  const show = (values: Values) => {
    client.setQueryData(cacheKey, values);
    setSeen(values);
    setSaves(saves + 1);
  };
  return (
    <ServerForm
      key={saves}
      initial={seen}
      fields={fields}
      submitLabel="保存"
      onSubmit={save}
      onSaved={(saved) => {
        show(toValues(saved));
        onSaved(saved);
      }}
      conflict={(typed, resubmit) => (
        <Conflict
          load={load}
          cacheKey={cacheKey}
          seen={seen}
          typed={typed}
          toValues={(values) => values}
          fields={fields}
          onReload={show}
          onInsist={(_latest, merged) => resubmit(merged)}
        />
      )}
    />
  );
}
