import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { staffEndpoints } from '../../../bff/contract/staff/endpoints.ts';
import { call } from '../../providers/call.ts';
import { FactList } from '../../ui/FactList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { SecondFactorSetup } from './SecondFactorSetup.tsx';

const KEY = ['second-factor'];

/** 二次验证, of one's own account. */
export function SecondFactor() {
  const client = useQueryClient();
  const [isSettingUp, setIsSettingUp] = useState(false);
  const { data, isError, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call(staffEndpoints.showSecondFactor, {}, signal),
  });
  const done = () => {
    setIsSettingUp(false);
    void client.invalidateQueries({ queryKey: KEY });
  };
  return (
    <Page title="二次验证" name="二次验证">
      <section className="sheet padded narrow">
        {isError && !data && <Failure error={error} onRetry={() => void refetch()} />}
        {!data && !isError && <Skeleton active />}
        {data && isSettingUp && <SecondFactorSetup onDone={done} />}
        {data && !isSettingUp && (
          <>
            <p>登录时除密码外，再输入手机验证器上的动态码。密码泄露时，他人也无法登录。</p>
            <FactList
              facts={[
                ['状态', data.isEnrolled ? '已开启' : '未开启'],
                ...(data.enrolledAt
                  ? ([
                      ['开启时间', formatInstant(data.enrolledAt)],
                      ['剩余恢复码', `${data.recoveryCodesLeft} 个`],
                    ] as [string, string][])
                  : []),
              ]}
            />
            <Button type="primary" onClick={() => setIsSettingUp(true)}>
              {data.isEnrolled ? '更换手机或恢复码' : '开启二次验证'}
            </Button>
          </>
        )}
      </section>
    </Page>
  );
}
