import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { Link } from 'react-router';
import { profileImportEndpoints } from '../../../bff/contract/profile-imports/endpoints.ts';
import { PROFILE_IMPORT_STATES } from '../../../bff/contract/profile-imports/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { addressOf, call } from '../../providers/call.ts';
import { formatInstant } from '../../ui/dates.ts';
import { FactList, type Fact } from '../../ui/FactList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { WholeTimes } from '../../ui/WholeTimes.tsx';
import { Bring } from './Bring.tsx';

/** 导入个人档案: brings a workbook, and lists those that were brought. */
export function ProfileImportList() {
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['profile-imports'],
    queryFn: ({ signal }) => call(profileImportEndpoints.listProfileImports, { query: { limit: 20 } }, signal),
  });
  return (
    <Page
      title="导入个人档案"
      name="导入个人档案"
      actions={
        <Button
          icon={<DownloadOutlined />}
          href={addressOf(profileImportEndpoints.downloadProfileTemplate, {})}
          download
        >
          下载模板
        </Button>
      }
    >
      <Bring />
      <section className="sheet padded stack" aria-label="导入记录">
        <h2>导入记录</h2>
        {isError && !data && <Failure error={error} onRetry={() => void refetch()} />}
        {!data && !isError && <Skeleton active title={false} />}
        {data?.items.length === 0 && <p className="quiet">还没有导入过。</p>}
        {data && data.items.length > 0 && (
          <FactList
            facts={data.items.map(({ id, fileName, source, asOf, by, state, createdAt }): Fact => [
              formatInstant(createdAt),
              <>
                <Link to={pageUrl('profileImport', { id })}>{fileName}</Link>
                <WholeTimes words={`：${source}，数据截至${asOf}，${by}，${PROFILE_IMPORT_STATES[state]}`} />
              </>,
            ])}
          />
        )}
      </section>
    </Page>
  );
}
