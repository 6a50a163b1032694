import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { changeEndpoints, type ChangeRow } from '../../bff/contract/two-person/endpoints.ts';
import {
  CHANGE_HOURS,
  CHANGE_KINDS,
  CHANGE_STATES,
  TWO_PERSON_LABELS,
  type ChangeState,
} from '../../bff/contract/two-person/enums.ts';
import { call } from '../providers/call.ts';
import { sentenceOf } from '../providers/failure.ts';
import { Failure } from '../ui/Failure.tsx';
import { Differences } from '../ui/Differences.tsx';
import { StateTag, type Tone } from '../ui/StateTag.tsx';
import { formatInstant } from '../ui/dates.ts';
import { useChanges } from './use-changes.ts';

const TONES: Record<ChangeState, Tone> = {
  waiting: 'wait',
  confirmed: 'good',
  declined: 'bad',
  withdrawn: 'still',
  expired: 'still',
};
const ACTS = {
  confirm: { label: '确认', done: '已确认，变更已生效', endpoint: changeEndpoints.confirmChange },
  decline: { label: '不同意', done: '已记录为不同意', endpoint: changeEndpoints.declineChange },
  withdraw: { label: '撤回', done: '已撤回', endpoint: changeEndpoints.withdrawChange },
} as const;
type Act = keyof typeof ACTS;

/** 须两人确认的变更: who asks for what, from what to what, for the second person. */
export function Changes() {
  const { data, isError, error, refetch } = useChanges();
  return (
    <section className="sheet padded" aria-labelledby="changes">
      <h2 id="changes">须两人确认的变更</h2>
      <p className="quiet">
        提高退款复核限额，给予{TWO_PERSON_LABELS}
        角色，开通、启用这些角色的账号或重置其密码、二次验证，放宽这些角色的二次验证要求，由一位管理员申请、另一位管理员确认；会员账号退回开通前，由会员管理、客服人员或一位管理员申请、另一位管理员确认，开通码由申请人以外的工作人员发放。申请在{' '}
        {CHANGE_HOURS} 小时内有效。申请人和账号本人不能确认。降低限额、取消角色、停用账号立即生效。
      </p>
      {data?.administrators === 1 && (
        <Alert
          type="warning"
          showIcon
          className="changes-alone"
          title="目前只有一位管理员，管理员申请的变更没有人可以确认"
          description={
            <>
              请服务器的运维人员在服务器上运行以下命令，再开通一位管理员：
              <br />
              <code>node scripts/operate.mjs create-staff --login 账号 --name 姓名</code>
            </>
          }
        />
      )}
      {isError && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p>没有待确认的变更</p>}
      <ul className="changes">
        {data?.items.map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </ul>
    </section>
  );
}

function Change({ change }: { change: ChangeRow }) {
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const params = { id: String(change.id) };
  const act = useMutation({
    mutationFn: async (name: Act) => {
      if (name !== 'confirm') return call(ACTS[name].endpoint, { params }).then(() => null);
      return (await call(ACTS.confirm.endpoint, { params })).given;
    },
    onSuccess: (given, name) => {
      void message.success(given ? `${ACTS[name].done}，登录码已发到 ${given.sentTo}` : ACTS[name].done);
    },
    onError: (error) => void message.error(sentenceOf(error)),
    // What was changed, or stands in the way, may be anything on these pages.
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => SHOWN.has(String(queryKey[0])) }),
  });
  const what = `${CHANGE_KINDS[change.kind]}：${change.target}`;
  const differences = <Differences rows={[{ label: change.target, left: change.before, right: change.after }]} />;
  const ask = (name: Act) =>
    modal.confirm({
      title: `${ACTS[name].label}这项变更？`,
      content: (
        <>
          {differences}
          申请人：{change.requestedBy}
        </>
      ),
      okText: ACTS[name].label,
      cancelText: '取消',
      onOk: () => act.mutate(name),
    });
  const acts = (Object.keys(ACTS) as Act[]).filter((name) => change.can[name]);
  return (
    <li className="change">
      <div className="card-line">
        <strong>{what}</strong>
        <StateTag tone={TONES[change.state]} label={CHANGE_STATES[change.state]} />
      </div>
      {differences}
      <div className="quiet">
        {change.requestedBy} 于 <span className="figures">{formatInstant(change.requestedAt)}</span> 申请
        {change.decidedAt && (
          <>
            ，{change.decidedBy} 于 <span className="figures">{formatInstant(change.decidedAt)}</span>{' '}
            {CHANGE_STATES[change.state].replace('已', '')}
          </>
        )}
        {change.state === 'waiting' && (
          <>
            ，<span className="figures">{formatInstant(change.expiresAt)}</span> 前有效
          </>
        )}
      </div>
      {acts.length > 0 && (
        <div className="page-actions">
          {acts.map((name) => (
            <Button
              key={name}
              type={name === 'confirm' ? 'primary' : 'default'}
              loading={act.isPending && act.variables === name}
              onClick={() => ask(name)}
            >
              {ACTS[name].label}
            </Button>
          ))}
        </div>
      )}
      {change.state === 'waiting' && acts.length === 0 && <div className="quiet">须由另一位管理员确认</div>}
    </li>
  );
}

const SHOWN = new Set(['changes', 'staff', 'settings', 'security']);
