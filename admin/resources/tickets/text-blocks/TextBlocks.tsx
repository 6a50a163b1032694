import { App, Button, Popconfirm, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import type { TextBlocks } from '../../../../bff/contract/ticket-text-blocks/endpoints.ts';
import { pageUrl } from '../../../addresses.ts';
import { sentenceOf } from '../../../providers/failure.ts';
import { formatInstant } from '../../../ui/dates.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Page } from '../../../ui/Page.tsx';
import { NEXT_WORDS, TextBlockForm } from './TextBlockForm.tsx';
import { useKeepTextBlock, useTextBlocks } from './use-text-blocks.ts';

type Block = TextBlocks['items'][number];

/** 文本块: kept by whoever answers tickets. */
export function TextBlockList() {
  const { data, isError, error, refetch } = useTextBlocks();
  const [isAdding, setAdding] = useState(false);
  return (
    <Page
      title="文本块"
      name="文本块"
      back={{ to: pageUrl('tickets'), label: '工单' }}
      actions={
        !isAdding && (
          <Button type="primary" onClick={() => setAdding(true)}>
            新增文本块
          </Button>
        )
      }
    >
      {isAdding && (
        <section className="sheet padded">
          <TextBlockForm block={null} onClose={() => setAdding(false)} />
        </section>
      )}
      {isError && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton active className="sheet padded" paragraph={{ rows: 6 }} />}
      {data && (
        <section className="sheet padded" aria-label="已有的文本块">
          {data.items.length === 0 && !isAdding && (
            <EmptyState text="还没有文本块。常用的答复写一次，答复时按 / 选用" />
          )}
          <ul className="plain ticket-messages">
            {data.items.map((block) => (
              <Kept key={block.id} block={block} />
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

function Kept({ block }: { block: Block }) {
  const { id, title, body, next, version, updatedAt, updatedBy } = block;
  const [isEditing, setEditing] = useState(false);
  const { message } = App.useApp();
  const keep = useKeepTextBlock();
  if (isEditing) {
    return (
      <li>
        <TextBlockForm block={block} onClose={() => setEditing(false)} />
      </li>
    );
  }
  return (
    <li>
      <div className="ticket-said">
        <span>
          <strong>{title}</strong> {next && <Tag>{NEXT_WORDS[next]}</Tag>}
        </span>
        <span>
          <Button type="link" size="small" onClick={() => setEditing(true)}>
            修改
          </Button>
          <Popconfirm
            title={`删除“${title}”？已发出的答复不受影响`}
            okText="删除"
            cancelText="不删除"
            onConfirm={() =>
              keep.mutate({ act: 'remove', id, version }, { onError: (error) => void message.error(sentenceOf(error)) })
            }
          >
            <Button type="link" size="small" danger>
              删除
            </Button>
          </Popconfirm>
        </span>
      </div>
      <div className="multiline">{body}</div>
      <div className="quiet">
        {updatedBy} <span className="figures whole">{formatInstant(updatedAt)}</span> 修改，第{version}版
      </div>
    </li>
  );
}
