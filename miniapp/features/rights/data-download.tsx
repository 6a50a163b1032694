import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rightsEndpoints, type DataDownloads } from '../../../bff/contract/rights/endpoints.ts';
import {
  DOWNLOAD_HOURS,
  DOWNLOAD_PARTS,
  DOWNLOAD_STATES,
  IDENTITY_AFTER_HOURS,
  type DownloadParts,
} from '../../../bff/contract/rights/enums.ts';
import { ApiError, faultText } from '../../api/api-error.ts';
import { addressOf, call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { CAN_KEEP_FILES, keepFile } from '../../platform/documents/keep-file.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Form } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { Segmented } from '../../ui/fields/segmented.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Facts, Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';

const KEY = ['data-downloads'];
const POLL_MS = 3_000;
const PARTS = Object.entries(DOWNLOAD_PARTS).map(([value, label]) => ({ value, label }));

/** 下载我的信息: asked for with the password, made in the background, there for three days. */
export function DataDownload() {
  const query = useQuery({
    queryKey: KEY,
    queryFn: () => call(rightsEndpoints.listDataDownloads, {}),
    refetchInterval: ({ state }) => (state.data?.items.some((one) => one.state === 'making') ? POLL_MS : false),
  });
  if (query.isError && !query.data) return <Failure fault={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) {
    return (
      <Sheet>
        <Skeleton lines={4} />
      </Sheet>
    );
  }
  const { items, left, identityFrom } = query.data;
  const isMaking = items.some(({ state }) => state === 'making');
  return (
    <Sheet title="下载我的信息">
      <Notice>
        包括登记信息、信息补全的全部内容、照片、上传的文件、申请、工单、活动、同意记录和查看记录。身份证件不在其中，满
        {IDENTITY_AFTER_HOURS}小时后另行申请。文件保存
        {DOWNLOAD_HOURS}小时后自动删除，请勿在公用电脑上下载。
      </Notice>
      {left > 0 && !isMaking ? <Ask identityFrom={identityFrom} /> : null}
      {left === 0 ? <Notice>30天内的次数已用完。</Notice> : null}
      <Box live="polite">
        {items.map((one) => (
          <One key={one.id} one={one} />
        ))}
      </Box>
    </Sheet>
  );
}

/** Identity documents may be asked for as well, once their time has come. */
function Ask({ identityFrom }: { identityFrom: string | null }) {
  const [parts, setParts] = useState<DownloadParts>('usual');
  const [password, setPassword] = useState('');
  const isDue = identityFrom !== null && Date.parse(identityFrom) <= Date.now();
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);
  const ask = async () => {
    if (password === '') return setError('请填写登录密码');
    setBusy(true);
    setError('');
    try {
      queryClient.setQueryData(KEY, await call(rightsEndpoints.askDataDownload, { body: { password, parts } }));
    } catch (fault) {
      setError((fault instanceof ApiError ? fault.fields['password'] : undefined) ?? faultText(fault));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form onSubmit={() => void ask()} label="下载我的信息">
      <TextField
        id="password"
        label="登录密码"
        kind="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        {...(error ? { error } : {})}
      />
      {isDue ? (
        <Field id="parts" label="下载的内容" group>
          {({ id }) => (
            <Segmented
              id={id}
              label="下载的内容"
              options={PARTS}
              value={parts}
              onChange={(value) => setParts(value as DownloadParts)}
            />
          )}
        </Field>
      ) : null}
      {identityFrom !== null && !isDue ? <Notice>{shownTime(identityFrom)}起可以申请身份证件。</Notice> : null}
      <Button submit busyLabel={isBusy && '正在提交…'}>
        申请下载
      </Button>
    </Form>
  );
}

function One({ one }: { one: DataDownloads['items'][number] }) {
  const { id, parts, state, askedAt, keptUntil } = one;
  return (
    <>
      <Facts
        rows={[
          ['内容', DOWNLOAD_PARTS[parts]],
          ['申请时间', shownTime(askedAt)],
          ['状态', DOWNLOAD_STATES[state]],
          ...(state === 'ready' && keptUntil ? ([['保存到', shownTime(keptUntil)]] as const) : []),
        ]}
      />
      {state === 'ready' && CAN_KEEP_FILES ? (
        <Button
          kind="secondary"
          onTap={() =>
            keepFile(
              addressOf(rightsEndpoints.takeDataDownload, { params: { id: String(id) } }),
              `${DOWNLOAD_PARTS[parts]}.zip`,
            )
          }
        >
          下载
        </Button>
      ) : null}
      {state === 'ready' && !CAN_KEEP_FILES ? (
        <Notice>请在电脑浏览器登录本系统，在“我的个人信息”中下载。</Notice>
      ) : null}
    </>
  );
}
