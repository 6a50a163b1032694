import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Differences } from '../Differences.tsx';
import { Failure } from '../Failure.tsx';
import type { FieldSpec } from './form-fields.tsx';

interface ConflictProps<Item, Values extends object> {
  load(signal: AbortSignal): Promise<Item>;
  cacheKey: readonly unknown[];
  /** The record as it was when typing began. */
  seen: Item;
  typed: Values;
  toValues(item: Item): Values;
  fields: readonly FieldSpec<Values>[];
  /** Takes the newest record and gives up what was typed. */
  onReload(latest: Item): void;
  /** Saves the newest record with the typist's own changes in it, and only those. */
  onInsist(latest: Item, merged: Values): void;
}

/** Somebody else saved first: shows both changes side by side, and lets the typist choose. Neither is lost unseen. */
export function Conflict<Item, Values extends object>(props: ConflictProps<Item, Values>) {
  const { load, cacheKey, seen, typed, toValues, fields, onReload, onInsist } = props;
  const {
    data: latest,
    isError,
    error,
    refetch,
  } = useQuery({
    queryKey: [...cacheKey, 'latest'],
    queryFn: ({ signal }) => load(signal),
    staleTime: 0,
    gcTime: 0,
  });
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  if (latest === undefined) return <Alert type="warning" showIcon title="内容已被他人修改，正在读取最新内容…" />;
  const before = toValues(seen);
  const now = toValues(latest);
  const changedIn = (values: Values) => (field: FieldSpec<Values>) =>
    inWords(field, values[field.name]) !== inWords(field, before[field.name]);
  const mine = fields.filter(changedIn(typed));
  const either = fields.filter((field) => mine.includes(field) || changedIn(now)(field));
  const merged = { ...now, ...Object.fromEntries(mine.map(({ name }) => [name, typed[name]])) } as Values;
  return (
    <div ref={intoView} className="form-message">
      <Alert
        type="warning"
        showIcon
        role="alert"
        className="form-failure"
        title="内容已被他人修改，您填写的内容仍在，尚未保存"
        description={
          <>
            <Differences
              heads={['最新内容', '您填写的']}
              rows={either.map((field) => ({
                label: field.label,
                left: inWords(field, now[field.name]),
                right: mine.includes(field) ? inWords(field, typed[field.name]) : '未改动',
              }))}
            />
            <div className="row">
              <Button onClick={() => onReload(latest)}>放弃我的改动，载入最新内容</Button>
              <Button type="primary" onClick={() => onInsist(latest, merged)}>
                在最新内容上保存我的改动
              </Button>
            </div>
          </>
        }
      />
    </div>
  );
}

// It has come up below what was being typed.
const intoView = (element: HTMLElement | null) => void element?.scrollIntoView({ block: 'nearest' });

/** A field's value as its reader knows it: the label of a choice or of a chosen record, a dash for nothing. */
function inWords<Values>(field: FieldSpec<Values>, value: unknown): string {
  if (typeof value === 'object' && value !== null && 'label' in value) return inWords(field, value.label);
  if (
    field.kind === 'own' &&
    field.words &&
    (typeof value === 'number' || (typeof value === 'object' && value !== null))
  )
    return field.words(value as Values[keyof Values]);
  if (Array.isArray(value)) return value.map((one) => inWords(field, one)).join('、') || '—';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '') return '—';
  return field.kind === 'choice' || field.kind === 'choices' ? (field.options[value] ?? value) : value;
}
