import { UploadOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Popconfirm, Progress, Upload } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { profileImportEndpoints, type ProfileImport } from '../../../bff/contract/profile-imports/endpoints.ts';
import { PROFILE_IMPORT_STATES } from '../../../bff/contract/profile-imports/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { everyFaultOf } from '../../providers/failure.ts';
import { upload } from '../../providers/upload.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { LawyerRows, PhotoRows } from './Rows.tsx';

/** While it is worked on, its numbers move. */
const REFRESH_MS = 1_500;
const isMoving = (run?: ProfileImport) => run !== undefined && ['reading', 'checking', 'applying'].includes(run.state);
const sum = (counts: ProfileImport['photos']) => Object.values(counts).reduce((all, one) => all + one, 0);

/** One import: how far it is, who would be written and who not, and the word to write it. */
export function ProfileImportShow() {
  const { id = '' } = useParams();
  const run = useQuery({
    queryKey: ['profile-import', id],
    queryFn: ({ signal }) => call(profileImportEndpoints.showProfileImport, { params: { id } }, signal),
    refetchInterval: ({ state }) => (isMoving(state.data) ? REFRESH_MS : false),
  });
  return (
    <Page title="导入个人档案" name="导入个人档案" back={{ to: pageUrl('profileImports'), label: '导入个人档案' }}>
      {run.error && <Failure error={run.error} onRetry={() => void run.refetch()} />}
      {run.data && (
        <>
          <HowFar run={run.data} />
          {!isMoving(run.data) && <LawyerRows run={run.data} />}
          {!isMoving(run.data) && sum(run.data.photos) > 0 && <PhotoRows run={run.data} />}
        </>
      )}
    </Page>
  );
}

function HowFar({ run }: { run: ProfileImport }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const id = String(run.id);
  const onSuccess = (next: ProfileImport) => client.setQueryData(['profile-import', id], next);
  const input = { params: { id } };
  const apply = useMutation({ mutationFn: () => call(profileImportEndpoints.applyProfileImport, input), onSuccess });
  const resume = useMutation({ mutationFn: () => call(profileImportEndpoints.resumeProfileImport, input), onSuccess });
  const photos = useMutation({
    mutationFn: (file: File) => upload(profileImportEndpoints.addImportPhotos, input, file),
    onSuccess,
  });
  const discard = useMutation({
    mutationFn: () => call(profileImportEndpoints.discardProfileImport, input),
    onSuccess: () => {
      void message.success('已放弃，没有任何改动');
      void client.invalidateQueries({ queryKey: ['profile-imports'] });
      void navigate(pageUrl('profileImports'));
    },
  });
  const { state, source, asOf, withSensitive, can } = run;
  const [done, all] = state === 'applying' ? [run.applied, run.due] : [run.checked, run.total];
  const error = apply.error ?? resume.error ?? photos.error ?? discard.error;
  return (
    <section className="sheet padded stack" aria-label="导入进度">
      <h2>{run.fileName}</h2>
      <p className="quiet">{`${source}，数据截至${asOf}，${run.by}上传，${withSensitive ? '含' : '不含'}敏感信息。`}</p>
      <p role="status">{sentence(run)}</p>
      {isMoving(run) && (
        <>
          <Progress
            percent={all === 0 ? 0 : Math.floor((done / all) * 100)}
            aria-label={PROFILE_IMPORT_STATES[state]}
          />
          {can.resume ? (
            <div className="row">
              <Button type="primary" loading={resume.isPending} onClick={() => resume.mutate()}>
                继续{state === 'applying' ? '导入' : '检查'}
              </Button>
              <span>多次没有成功，已停在这里；已处理的不会重做。仍然不行的，请联系系统管理员查看后台任务。</span>
            </div>
          ) : (
            <p className="quiet">可以离开此页，后台会继续；服务器重新启动后从中断处继续。</p>
          )}
        </>
      )}
      {state === 'checked' && (
        <div className="row">
          {can.addPhotos ? (
            <>
              <Button type="primary" disabled={!can.apply} loading={apply.isPending} onClick={() => apply.mutate()}>
                确认导入
              </Button>
              <Upload
                accept=".zip"
                showUploadList={false}
                beforeUpload={(file) => {
                  photos.mutate(file);
                  return false;
                }}
              >
                <Button icon={<UploadOutlined />} loading={photos.isPending}>
                  添加照片（ZIP）
                </Button>
              </Upload>
            </>
          ) : (
            <span>须由上传文件的人（{run.by}）确认导入；其他人请自己重新上传后导入。</span>
          )}
          <Popconfirm title="放弃这次导入？" okText="放弃" cancelText="保留" onConfirm={() => discard.mutate()}>
            <Button loading={discard.isPending}>放弃</Button>
          </Popconfirm>
        </div>
      )}
      {state === 'checked' && can.addPhotos && (
        <p className="quiet">
          照片以执业证号命名（JPG 或 PNG，不小于413×626像素），压缩为
          ZIP，可以分几次添加；与会员自己上传的照片按同样标准检查。
        </p>
      )}
      {error && <Alert type="error" showIcon title={everyFaultOf(error)} />}
    </section>
  );
}

function sentence({ state, lawyers, photos, total, checked, applied, due }: ProfileImport): string {
  if (state === 'reading') return '正在读取文件。';
  if (state === 'checking') return `正在检查：${checked} / ${total}。目前没有任何改动。`;
  if (state === 'applying') return `正在导入：${applied} / ${due}。`;
  const pictures = photos.create > 0 ? `，照片 ${photos.create} 张` : '';
  const said = `新增 ${lawyers.create} 人，更新 ${lawyers.update} 人${pictures}`;
  const left = [
    lawyers.faulty > 0 ? `${lawyers.faulty} 人有问题` : '',
    lawyers.skipped > 0 ? `${lawyers.skipped} 人跳过` : '',
    lawyers.refused > 0 ? `${lawyers.refused} 人因登记在检查之后已有变化而没有导入` : '',
    photos.faulty + photos.skipped + photos.refused > 0
      ? `${photos.faulty + photos.skipped + photos.refused} 张照片不导入`
      : '',
  ].filter((one) => one !== '');
  const others = left.length > 0 ? `另有 ${left.join('，')}，见下。` : '';
  if (state === 'applied') return `已导入：${said}。${others}`;
  if (due === 0) return `没有可以导入的内容。${others}`;
  return `可以导入：${said}。${others}目前没有任何改动。`;
}
