import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox } from 'antd';
import { staffEndpoints } from '../../../bff/contract/staff/endpoints.ts';
import { ROLES, type Role } from '../../../bff/contract/accounts/enums.ts';
import { call } from '../../providers/call.ts';
import { hasCode, sentenceOf } from '../../providers/failure.ts';
import { Failure } from '../../ui/Failure.tsx';
import { CHANGES_KEY, WAITS } from '../../changes/use-changes.ts';

const KEY = ['security'];

/** 二次验证必须开启: the roles that cannot work without. */
export function Security() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { data, isError, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call(staffEndpoints.showSecurity, {}, signal),
  });
  const save = useMutation({
    mutationFn: (secondFactorRoles: Role[]) =>
      call(staffEndpoints.updateSecurity, { body: { secondFactorRoles, version: data?.version ?? 0 } }),
    onSuccess: ({ waiting, ...saved }) => {
      client.setQueryData(KEY, saved);
      void client.invalidateQueries({ queryKey: CHANGES_KEY });
      void message.success(waiting ? WAITS : '已保存');
    },
    onError: async (fault) => {
      if (!hasCode(fault, 'changed_meanwhile')) return void message.error(sentenceOf(fault));
      const { data: latest } = await refetch();
      const roles = latest?.secondFactorRoles.map((role) => ROLES[role]).join('、') || '无';
      void message.warning(`没有保存：他人已将这里改为“${roles}”，请在此基础上再改`, 8);
    },
  });
  return (
    <section className="sheet padded" aria-labelledby="security">
      <h2 id="security">二次验证必须开启</h2>
      <p className="quiet">所选角色的工作人员须用手机验证器的动态码登录；尚未设置的，下次操作时会先要求设置。</p>
      {isError && !data && <Failure error={error} onRetry={() => void refetch()} />}
      <Checkbox.Group
        disabled={!data || save.isPending}
        value={data?.secondFactorRoles ?? []}
        options={Object.entries(ROLES).map(([value, label]) => ({ value, label }))}
        onChange={(roles) => save.mutate(roles as Role[])}
      />
    </section>
  );
}
