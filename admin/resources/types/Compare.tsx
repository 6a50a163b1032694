import { Button, Select, Skeleton } from 'antd';
import { useMemo } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { WordingReply } from '../../../bff/contract/certificate-types/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { compareWords, type Piece } from '../../changes/compare-words.ts';
import { MarkedText } from '../../changes/MarkedText.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { WholeTimes } from '../../ui/WholeTimes.tsx';
import { useWording, useWordings } from './use-type.ts';

/** Two versions of a wording side by side, what differs marked; either may come back as a new version. */
export function WordingCompare() {
  const { id = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const all = useWordings(id);
  const numberOf = (side: string) => Number(params.get(side)) || undefined;
  const left = useWording(numberOf('left'));
  const right = useWording(numberOf('right'));
  const isChosen = numberOf('left') !== undefined && numberOf('right') !== undefined;
  const failed = [all, left, right].find(({ isError }) => isError);
  const options = (all.data ?? []).map((row) => ({
    value: row.id,
    label: `第${row.version}版${row.isCurrent ? '（现行）' : ''}`,
  }));
  const choose = (side: string) => (value: number) =>
    setParams({ ...Object.fromEntries(params), [side]: String(value) });
  return (
    <Page title="版本对照" name="版本对照" back={{ to: pageUrl('type', { id }), label: '证明类型详情' }}>
      {failed && <Failure error={failed.error} onRetry={() => void failed.refetch()} />}
      {all.data && all.data.length < 2 && (
        <div className="sheet padded">
          <EmptyState text="这个类型只有一版正文，没有可以对照的" />
        </div>
      )}
      <div className="row" hidden={!all.data || all.data.length < 2}>
        <Select
          aria-label="左侧版本"
          value={numberOf('left') ?? null}
          placeholder="选择版本"
          options={options}
          onChange={choose('left')}
        />
        <span>与</span>
        <Select
          aria-label="右侧版本"
          value={numberOf('right') ?? null}
          placeholder="选择版本"
          options={options}
          onChange={choose('right')}
        />
      </div>
      {(all.data?.length ?? 0) > 1 && !isChosen && (
        <div className="sheet padded">
          <EmptyState text="请在上面选择要对照的两个版本" />
        </div>
      )}
      {!failed && isChosen && (!left.data || !right.data) && <Skeleton active className="sheet padded" />}
      {left.data && right.data && <SideBySide typeId={id} left={left.data} right={right.data} />}
    </Page>
  );
}

function SideBySide({ typeId, left, right }: { typeId: string; left: WordingReply; right: WordingReply }) {
  const pieces = useMemo(() => compareWords(left.body, right.body), [left, right]);
  return (
    <div className="compare">
      <Side typeId={typeId} wording={left} pieces={pieces.filter(({ kind }) => kind !== 'added')} />
      <Side typeId={typeId} wording={right} pieces={pieces.filter(({ kind }) => kind !== 'removed')} />
    </div>
  );
}

function Side({ typeId, wording, pieces }: { typeId: string; wording: WordingReply; pieces: Piece[] }) {
  const navigate = useNavigate();
  const { id, version, createdAt, createdBy, isCurrent, rosterTitle } = wording;
  return (
    <section className="sheet padded" aria-label={`第${version}版`}>
      <h2>
        第{version}版{' '}
        <small className="quiet">
          <WholeTimes words={`${formatInstant(createdAt)} · ${createdBy}`} />
        </small>
      </h2>
      <p className="multiline wording-text">
        <MarkedText pieces={pieces} />
      </p>
      {rosterTitle && <p className="quiet">名单标题：{rosterTitle}</p>}
      {!isCurrent && (
        <Button onClick={() => void navigate(pageUrl('wording', { id: typeId }), { state: { from: id } })}>
          以此版重新发布
        </Button>
      )}
    </section>
  );
}
