import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Failure } from './Failure.tsx';
import type { FieldSpec } from './form-fields.tsx';

interface ConflictProps<Item, Values extends object> {
  load(signal: AbortSignal): Promise<Item>;
  cacheKey: readonly unknown[];
  typed: Values;
  toValues(item: Item): Values;
  fields: readonly FieldSpec<Values>[];
  /** Takes the newest record and gives up what was typed. */
  onReload(latest: Item): void;
  /** Saves what was typed over the newest record, which has now been seen. */
  onInsist(latest: Item): void;
}

/** Somebody else saved first: shows where the newest record differs from what was typed, and lets the typist choose. */
export function Conflict<Item, Values extends object>(props: ConflictProps<Item, Values>) {
  const { load, cacheKey, typed, toValues, fields, onReload, onInsist } = props;
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
  const now = toValues(latest);
  const differing = fields.filter((field) => inWords(field, now[field.name]) !== inWords(field, typed[field.name]));
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
            <table className="differences">
              <thead>
                <tr>
                  <th>项目</th>
                  <th>最新内容</th>
                  <th>您填写的</th>
                </tr>
              </thead>
              <tbody>
                {differing.map((field) => (
                  <tr key={field.name}>
                    <th>{field.label}</th>
                    <td>{inWords(field, now[field.name])}</td>
                    <td>{inWords(field, typed[field.name])}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <div className="row">
              <Button onClick={() => onReload(latest)}>载入最新内容</Button>
              <Button type="primary" onClick={() => onInsist(latest)}>
                核对无误，按我填写的保存
              </Button>
            </div>
          </>
        }
      />
    </div>
  );
}

// It has come up below what was being typed.
const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' });

/** A field's value as its reader knows it: the label of a choice or of a chosen record, a dash for nothing. */
function inWords<Values>(field: FieldSpec<Values>, value: unknown): string {
  if (typeof value === 'object' && value !== null && 'label' in value) return inWords(field, value.label);
  if (typeof value !== 'string' || value === '') return '—';
  return field.kind === 'choice' ? (field.options[value] ?? value) : value;
}
