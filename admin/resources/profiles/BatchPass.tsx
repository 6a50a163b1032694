import type { UseMutationResult } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { MAX_BATCH } from '../../../bff/contract/profile/enums.ts';
import type { PassedProfiles } from '../../../bff/contract/profile/replies.ts';
import { everyFaultOf } from '../../providers/failure.ts';
import { StateTag } from '../../ui/StateTag.tsx';
import { Grouped } from '../../ui/Grouped.tsx';

/** What of a row the batch says and needs. */
interface Passable {
  id: number;
  name: string;
  licenceNo: string;
  firmName: string;
  doubts: number;
}

interface BatchPassProps<Row extends Passable> {
  /** The rows on this page of the list. */
  rows: readonly Row[];
  chosen: readonly Row[];
  onChoose(rows: Row[]): void;
  pass: UseMutationResult<PassedProfiles, Error, readonly Row[]>;
  href(row: Pick<Row, 'id'>): string;
  /** What is passed, behind its number: 位律师提交的信息. */
  what: string;
  /** What a row says besides whose it is. */
  detail?(row: Row): string;
}

/** 批量通过 of rows in which nothing is doubtful: choose, confirm with their names in view, then what became of each. */
export function BatchPass<Row extends Passable>({
  rows,
  chosen,
  onChoose,
  pass,
  href,
  what,
  detail,
}: BatchPassProps<Row>) {
  const [isAsking, setIsAsking] = useState(false);
  const [passed, setPassed] = useState<readonly Row[]>([]);
  const some = chosen.slice(0, MAX_BATCH);
  const start = () => {
    setIsAsking(false);
    setPassed(some);
    pass.mutate(some, { onSuccess: () => onChoose([]) });
  };
  return (
    <section className="batch" aria-label="批量处理">
      {pass.data && <Results rows={passed} failures={pass.data.items} href={href} onClose={pass.reset} />}
      {pass.error && <Alert type="error" showIcon role="alert" title={everyFaultOf(pass.error)} />}
      {isAsking && some.length > 0 ? (
        <div className="sheet padded confirm" role="group" aria-label="确认批量通过">
          <p>
            将通过以下 <strong>{some.length}</strong> {what}，没有存疑，通过后立即生效：
          </p>
          <ul className="plain batch-list">
            {some.map((row) => (
              <li key={row.id}>
                {row.name} <Grouped value={row.licenceNo} /> {row.firmName} {detail?.(row)}
              </li>
            ))}
          </ul>
          <div className="row">
            <Button type="primary" autoFocus onClick={start}>
              确认通过 {some.length} 份
            </Button>
            <Button onClick={() => setIsAsking(false)}>取消</Button>
          </div>
        </div>
      ) : (
        <div className="row">
          <Button disabled={some.length === 0} loading={pass.isPending} onClick={() => setIsAsking(true)}>
            {some.length > 0 ? `批量通过（${some.length}）` : '批量通过'}
          </Button>
          <Button
            disabled={pass.isPending}
            onClick={() => onChoose(rows.filter(({ doubts }) => doubts === 0).slice(0, MAX_BATCH))}
          >
            选中本页无存疑的
          </Button>
          {chosen.length > 0 && (
            <Button type="link" onClick={() => onChoose([])}>
              取消选择
            </Button>
          )}
          <span className="quiet">没有存疑的可批量通过，一次最多{MAX_BATCH}份；有存疑的请打开审核</span>
        </div>
      )}
    </section>
  );
}

interface ResultsProps {
  rows: readonly Passable[];
  href(row: { id: number }): string;
  failures: readonly { id: number; failure: string }[];
  onClose(): void;
}

function Results({ rows, failures, href, onClose }: ResultsProps) {
  const failed = failures.filter(({ failure }) => failure !== '');
  const done = failures.length - failed.length;
  return (
    <Alert
      type={failed.length > 0 ? 'warning' : 'success'}
      closable={{ onClose, 'aria-label': '关闭结果' }}
      title={`已通过 ${done} 份${failed.length > 0 ? `，${failed.length} 份没有通过` : ''}`}
      description={
        failed.length > 0 && (
          <ul className="plain batch-list">
            {failed.map(({ id, failure }) => (
              <li key={id}>
                <Link to={href({ id })}>{rows.find((row) => row.id === id)?.name ?? id}</Link>{' '}
                <StateTag tone="bad" label={failure} />
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
