import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { StaffTypeDetail } from '../../../bff/contract/certificate-types/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { Failure } from '../../ui/Failure.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { useWordings } from './use-type.ts';

/** Versions of the wording: who, when, and two of them side by side. */
export function Versions({ type }: { type: StaffTypeDetail }) {
  const navigate = useNavigate();
  const { data, isError, error, refetch } = useWordings(String(type.id));
  const [chosen, setChosen] = useState<number[]>([]);
  if (isError && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="sheet padded" />;
  const compare = (left: number, right: number) => void navigate(pageUrl('wordings', { id: type.id, left, right }));
  const toggle = (id: number) =>
    setChosen((before) => (before.includes(id) ? before.filter((other) => other !== id) : [...before.slice(-1), id]));
  const [older, newer] = [...chosen].sort((a, b) => a - b);
  return (
    <section className="sheet padded">
      <div className="versions-head">
        <h2>正文版本</h2>
        {data.length > 1 && (
          <Button
            disabled={older === undefined || newer === undefined}
            onClick={() => older !== undefined && newer !== undefined && compare(older, newer)}
          >
            {chosen.length < 2 ? '勾选两版后对照' : '对照所选两版'}
          </Button>
        )}
      </div>
      <ul className="versions">
        {data.map(({ id, version, createdBy, createdAt, isCurrent }, place) => (
          <li key={id}>
            {data.length > 1 && (
              <label className="version-choice">
                <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
                <span className="unseen">选择第{version}版</span>
              </label>
            )}
            <strong className="figures">第{version}版</strong>
            {isCurrent && <StateTag tone="good" label="现行" />}
            <span className="quiet">
              <span className="figures whole">{formatInstant(createdAt)}</span> · {createdBy}
            </span>
            {data[place + 1] && (
              <Button type="link" size="small" onClick={() => compare(data[place + 1]?.id ?? id, id)}>
                与上一版对照
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
