import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Popconfirm, Progress } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { importEndpoints } from '../../../bff/contract/imports/endpoints.ts';
import { IMPORT_KINDS, RUN_OUTCOMES, RUN_STATES, type RunOutcome } from '../../../bff/contract/imports/enums.ts';
import type { ImportRow, ImportRun } from '../../../bff/contract/imports/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { ApiFailure, sentenceOf } from '../../providers/failure.ts';
import { fetchFile } from '../../providers/upload.ts';
import { Failure } from '../../ui/Failure.tsx';
import { RowsByOutcome } from '../../ui/list/RowsByOutcome.tsx';
import { Page } from '../../ui/Page.tsx';
import { MarkedFile } from './MarkedFile.tsx';
import { notedInWords, rowColumns } from './Report.tsx';

/** While rows are being worked on, their numbers move. */
const REFRESH_MS = 1_500;
const isMoving = (run?: ImportRun) => run !== undefined && ['reading', 'checking', 'applying'].includes(run.state);

/** A large import: how far it is, what its rows would do or have done, and the word to apply it. */
export function RunPage() {
  const { id = '' } = useParams();
  const run = useQuery({
    queryKey: ['import-run', id],
    queryFn: ({ signal }) => call(importEndpoints.showImportRun, { params: { id } }, signal),
    refetchInterval: ({ state }) => (isMoving(state.data) ? REFRESH_MS : false),
  });
  return (
    <Page title="导入Excel" name="导入Excel" back={{ to: pageUrl('imports'), label: '导入Excel' }}>
      {run.error && <Failure error={run.error} onRetry={() => void run.refetch()} />}
      {run.data && (
        <>
          <HowFar run={run.data} />
          {!isMoving(run.data) && <Rows run={run.data} />}
        </>
      )}
    </Page>
  );
}

function HowFar({ run }: { run: ImportRun }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const id = String(run.id);
  const apply = useMutation({
    mutationFn: () => call(importEndpoints.applyImportRun, { params: { id } }),
    onSuccess: (next) => client.setQueryData(['import-run', id], next),
  });
  const resume = useMutation({
    mutationFn: () => call(importEndpoints.resumeImportRun, { params: { id } }),
    onSuccess: (next) => client.setQueryData(['import-run', id], next),
  });
  const discard = useMutation({
    mutationFn: () => call(importEndpoints.discardImportRun, { params: { id } }),
    onSuccess: () => {
      void message.success('已放弃，没有任何改动');
      void navigate(pageUrl('imports'));
    },
  });
  const { counts, state, total } = run;
  const changing = counts.create + counts.update;
  const [done, all] = state === 'applying' ? [run.applied, changing] : [run.checked, total];
  const error = apply.error ?? resume.error ?? discard.error;
  return (
    <section className="sheet padded stack" aria-label="导入进度">
      <h2>
        {IMPORT_KINDS[run.kind]}：{run.fileName}
      </h2>
      <p role="status">{sentence(run)}</p>
      {isMoving(run) && (
        <>
          <Progress percent={all === 0 ? 0 : Math.floor((done / all) * 100)} aria-label={RUN_STATES[state]} />
          {run.can.resume ? (
            <div className="row">
              <Button type="primary" loading={resume.isPending} onClick={() => resume.mutate()}>
                继续{state === 'applying' ? '导入' : '检查'}
              </Button>
              <span>多次没有成功，已停在这里；已处理的行不会重做。仍然不行的，请联系系统管理员查看后台任务。</span>
            </div>
          ) : (
            <p className="quiet">可以离开此页，后台会继续；服务器重新启动后从中断处继续。</p>
          )}
        </>
      )}
      {state === 'checked' && (
        <div className="row">
          {run.can.apply ? (
            <Button
              type="primary"
              disabled={counts.faulty > 0 || changing === 0}
              loading={apply.isPending}
              onClick={() => apply.mutate()}
            >
              确认导入 {changing} 行
            </Button>
          ) : (
            <span>须由上传文件的人（{run.by}）确认导入；其他人请自己重新上传后导入。</span>
          )}
          {run.can.apply && counts.faulty > 0 && (
            <MarkedFile kind={run.kind} ask={() => fetchFile(importEndpoints.markImportRun, { params: { id } })} />
          )}
          <Popconfirm title="放弃这次导入？" okText="放弃" cancelText="保留" onConfirm={() => discard.mutate()}>
            <Button loading={discard.isPending}>放弃</Button>
          </Popconfirm>
        </div>
      )}
      {error && <Alert type="error" showIcon title={faultOf(error)} />}
    </section>
  );
}

const faultOf = (error: Error) => (error instanceof ApiFailure && error.fields['file']) || sentenceOf(error);

function sentence({ state, counts, total, checked, applied, noted }: ImportRun): string {
  const changing = counts.create + counts.update;
  if (state === 'reading') return '正在读取文件。';
  if (state === 'checking') return `正在检查：${checked} / ${total} 行。目前没有任何改动。`;
  if (state === 'applying') return `正在导入：${applied} / ${changing} 行。`;
  if (state === 'applied') {
    const refused =
      counts.refused > 0 ? `另有 ${counts.refused} 行因登记在检查之后已有变化而没有导入，请核对后重新导入这些行。` : '';
    return `已导入：新增 ${counts.create} 行，修改 ${counts.update} 行。${refused}`;
  }
  if (counts.faulty > 0)
    return `有 ${counts.faulty} 行有问题，改正文件后重新选择；目前没有任何改动。${notedInWords(noted)}`;
  if (changing === 0) return '文件内容与登记一致，没有需要导入的改动。';
  return `可以导入：新增 ${counts.create} 行，修改 ${counts.update} 行。目前没有任何改动。${notedInWords(noted)}`;
}

/** What somebody has to look at comes first. */
const ORDER: readonly RunOutcome[] = ['faulty', 'refused', 'update', 'create', 'unchanged'];

function Rows({ run }: { run: ImportRun }) {
  const params = { id: String(run.id) };
  return (
    <RowsByOutcome<ImportRow, RunOutcome>
      label="各行结果"
      labels={RUN_OUTCOMES}
      counts={run.counts}
      order={ORDER}
      rowKey="row"
      columns={rowColumns}
      queryKey={['import-run', String(run.id), 'rows', run.state]}
      ask={(query, signal) => call(importEndpoints.listImportRunRows, { params, query }, signal)}
    />
  );
}
