import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { MAX_READING_SET } from '../../../../bff/contract/review/limits.ts';
import { REVIEW_DESK } from '../../../addresses.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { Page } from '../../../ui/Page.tsx';
import { OneLetter, type ReadLetter } from './OneLetter.tsx';
import { Signing } from './Signing.tsx';

/** 逐份阅读: letter by letter, then signed as a set. Which letters stands in the address; who read what, the server keeps. */
export function ReadingSet() {
  const [search] = useSearchParams();
  const ids = [...new Set((search.get('ids') ?? '').split(',').map(Number))]
    .filter((id) => Number.isSafeInteger(id) && id > 0)
    .slice(0, MAX_READING_SET);
  const [at, setAt] = useState(0);
  const [read, setRead] = useState<ReadonlyMap<number, ReadLetter>>(new Map());
  const id = ids[at];
  const isOver = id === undefined;
  return (
    <Page
      title="逐份阅读"
      name="逐份阅读"
      back={{ to: REVIEW_DESK, label: '证明审核' }}
      actions={
        !isOver && (
          <>
            <span className="figures" role="status">
              第 {at + 1} 份，共 {ids.length} 份，已阅 {read.size} 份
            </span>
            <KeyHint
              keys={[
                ['Space', '已阅'],
                ['n', '跳过'],
                ['p', '上一份'],
              ]}
            />
          </>
        )
      }
    >
      {ids.length === 0 && <EmptyState text="没有选择要阅读的申请" />}
      {ids.length > 0 &&
        (isOver ? (
          <Signing ids={ids} read={read} onBack={() => setAt(0)} />
        ) : (
          <OneLetter
            key={id}
            id={id}
            onRead={(letter) => {
              setRead((before) => new Map(before).set(id, letter));
              setAt(at + 1);
            }}
            onSkip={() => setAt(at + 1)}
            onPrevious={at > 0 ? () => setAt(at - 1) : undefined}
          />
        ))}
    </Page>
  );
}
