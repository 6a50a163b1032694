import { ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { reviewEndpoints } from '../../../../bff/contract/review/endpoints.ts';
import { MAX_OPINION } from '../../../../bff/contract/review/limits.ts';
import { REVIEW_DESK } from '../../../addresses.ts';
import { call } from '../../../providers/call.ts';
import { ApiFailure, hasCode, sentenceOf } from '../../../providers/failure.ts';
import { Failure } from '../../../ui/Failure.tsx';
import { Page } from '../../../ui/Page.tsx';
import { useLeaveWarning } from '../../../ui/form/use-leave-warning.ts';
import { OPINIONS_KEY } from './use-opinions.ts';

interface Kept {
  opinions: string[];
  version: number;
}

/** 常用意见, kept by the reviewers themselves. */
export function OpinionsEdit() {
  const { data, isError, error, refetch } = useQuery({
    queryKey: OPINIONS_KEY,
    queryFn: ({ signal }) => call(reviewEndpoints.showOpinions, {}, signal),
  });
  const [seen, setSeen] = useState<Kept>();
  if (data && !seen) setSeen(data);
  const reload = async () => setSeen((await refetch()).data);
  return (
    <Page title="常用意见" name="常用意见" back={{ to: REVIEW_DESK, label: '证明审核' }}>
      {!seen && isError && <Failure error={error} onRetry={() => void refetch()} />}
      {!seen && !isError && <Skeleton active className="sheet padded" />}
      {seen && <Editor key={seen.version} seen={seen} onSaved={setSeen} onReload={() => void reload()} />}
    </Page>
  );
}

function Editor({ seen, onSaved, onReload }: { seen: Kept; onSaved(saved: Kept): void; onReload(): void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const leave = useLeaveWarning();
  const [opinions, setOpinions] = useState(seen.opinions);
  const save = useMutation({
    mutationFn: () => call(reviewEndpoints.updateOpinions, { body: { opinions, version: seen.version } }),
    onSuccess: (saved) => {
      leave.disarm();
      client.setQueryData(OPINIONS_KEY, saved);
      onSaved(saved);
      void message.success('已保存');
    },
  });
  const change = (next: string[]) => {
    leave.arm();
    setOpinions(next);
  };
  const faults = save.error instanceof ApiFailure ? save.error.fields : {};
  return (
    <section className="sheet padded opinions">
      <p className="quiet">
        驳回时可一键填入，前九条可按数字键（在审核页按 1 至 9，填写意见时按 Alt
        加数字）。申请人会看到，请写明原因和下一步怎么办。
      </p>
      <ol className="plain">
        {opinions.map((opinion, at) => (
          <li key={at}>
            <Input.TextArea
              value={opinion}
              maxLength={MAX_OPINION}
              autoSize
              aria-label={`第${at + 1}条`}
              status={faults[`opinions.${at}`] ? 'error' : ''}
              onChange={({ target }) => change(opinions.with(at, target.value))}
            />
            <Button
              icon={<ArrowUpOutlined />}
              aria-label={`第${at + 1}条上移`}
              disabled={at === 0}
              onClick={() => change(opinions.with(at - 1, opinion).with(at, opinions[at - 1] ?? ''))}
            />
            <Button
              icon={<DeleteOutlined />}
              aria-label={`删除第${at + 1}条`}
              onClick={() => change(opinions.toSpliced(at, 1))}
            />
            {faults[`opinions.${at}`] && <span className="fault">{faults[`opinions.${at}`]}</span>}
          </li>
        ))}
      </ol>
      {save.isError && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={faults['opinions'] ?? sentenceOf(save.error)}
          action={hasCode(save.error, 'changed_meanwhile') && <Button onClick={onReload}>载入最新内容</Button>}
        />
      )}
      <div className="row">
        <Button onClick={() => change([...opinions, ''])}>新增一条</Button>
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
          保存
        </Button>
      </div>
    </section>
  );
}
