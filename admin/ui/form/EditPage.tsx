import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Skeleton } from 'antd';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Conflict } from './Conflict.tsx';
import { Failure } from '../Failure.tsx';
import type { FieldSpec } from './form-fields.tsx';
import { Page } from '../Page.tsx';
import { ServerForm } from './ServerForm.tsx';

interface EditPageProps<Item, Values extends object> {
  name: string;
  back: { to: string; label: string };
  cacheKey: readonly unknown[];
  listKey: readonly unknown[];
  load(signal: AbortSignal): Promise<Item>;
  toValues(item: Item): Values;
  fields: readonly FieldSpec<Values>[] | ((item: Item) => readonly FieldSpec<Values>[]);
  /** `item` is what the typist saw: its version goes along, so that a newer save by somebody else is noticed. */
  save(values: Values, item: Item): Promise<Item>;
  /** Other lists that show it too. */
  alsoListedBy?: readonly (readonly unknown[])[];
  /** What is said once it is saved, if more than that. */
  said?(before: NoInfer<Item>, typed: NoInfer<Values>, saved: NoInfer<Item>): string;
  /** Below the form: what else can be done with the record. */
  below?(item: NoInfer<Item>): ReactNode;
  /** Where to go once it is saved, unless to `back`. */
  after?(item: Item): string;
}

/**
 * Loads a record and lets it be changed, then goes back; a save over somebody else's newer one keeps what was typed and
 * shows both.
 */
export function EditPage<Item, Values extends object>(props: EditPageProps<Item, Values>) {
  const { name, back, cacheKey, load } = props;
  const { data, isError, error, refetch } = useQuery({
    queryKey: cacheKey,
    queryFn: ({ signal }) => load(signal),
    staleTime: 0,
  });
  // The record as it was when typing began; a refetch behind the form must not move its version.
  const [seen, setSeen] = useState<Item>();
  if (data !== undefined && seen === undefined) setSeen(data);
  return (
    <Page title={name} name={name} back={back}>
      {seen !== undefined && <Editor key={JSON.stringify(seen)} {...props} seen={seen} onReload={setSeen} />}
      {seen !== undefined && props.below?.(seen)}
      {seen === undefined && isError && <Failure error={error} onRetry={() => void refetch()} />}
      {seen === undefined && !isError && <Skeleton active className="sheet padded" />}
    </Page>
  );
}

type EditorProps<Item, Values extends object> = EditPageProps<Item, Values> & {
  seen: Item;
  onReload(latest: Item): void;
};

function Editor<Item, Values extends object>({ seen, onReload, ...props }: EditorProps<Item, Values>) {
  const { cacheKey, listKey, alsoListedBy = [], load, toValues, save, back, after, said } = props;
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const base = useRef(seen);
  const words = useRef('');
  const { fields: given } = props;
  const fields = useMemo(() => (typeof given === 'function' ? given(seen) : given), [given, seen]);
  const send = async (values: Values) => {
    const saved = await save(values, base.current);
    words.current = said?.(base.current, values, saved) ?? '已保存';
    client.setQueryData(cacheKey, saved);
    for (const queryKey of [listKey, ...alsoListedBy]) void client.invalidateQueries({ queryKey });
    return saved;
  };
  const leave = (saved: Item) => {
    void message.success(words.current, words.current.length > 10 ? 10 : 3);
    void navigate(after?.(saved) ?? back.to, { replace: true });
  };
  return (
    <section className="sheet padded">
      <ServerForm
        initial={toValues(seen)}
        fields={fields}
        submitLabel="保存"
        onSubmit={send}
        onSaved={leave}
        conflict={(typed, resubmit) => (
          <Conflict
            load={load}
            cacheKey={cacheKey}
            typed={typed}
            toValues={toValues}
            fields={fields}
            onReload={onReload}
            seen={base.current}
            onInsist={(latest, merged) => {
              base.current = latest;
              resubmit(merged);
            }}
          />
        )}
      />
    </section>
  );
}
