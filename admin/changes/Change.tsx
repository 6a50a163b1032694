import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { MAX_STAFF_REASON } from '../../bff/contract/limits.ts';
import { changeEndpoints, type ChangeRow } from '../../bff/contract/two-person/endpoints.ts';
import { CHANGE_KINDS, CHANGE_STATES, type ChangeState } from '../../bff/contract/two-person/enums.ts';
import { call } from '../providers/call.ts';
import { sentenceOf } from '../providers/failure.ts';
import { formatInstant } from '../ui/dates.ts';
import { OneFieldForm } from '../ui/form/OneFieldForm.tsx';
import { StateTag, type Tone } from '../ui/StateTag.tsx';
import { DifferencesOf } from './DifferencesOf.tsx';

const TONES: Record<ChangeState, Tone> = {
  waiting: 'wait',
  confirmed: 'good',
  declined: 'bad',
  withdrawn: 'still',
  expired: 'still',
};
const ACTS = {
  confirm: { label: '同意', done: '已同意，变更已生效' },
  decline: { label: '不同意', done: '已记录为不同意' },
  withdraw: { label: '撤回', done: '已撤回' },
} as const;
type Act = keyof typeof ACTS;

/** One change: who asks for what, how it stands and how it will stand, and what this administrator may do about it. */
export function Change({ change }: { change: ChangeRow }) {
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const [isDeclining, setIsDeclining] = useState(false);
  const refresh = () => client.invalidateQueries({ predicate: ({ queryKey }) => SHOWN.has(String(queryKey[0])) });
  const params = { id: String(change.id) };
  const act = useMutation({
    mutationFn: async (name: 'confirm' | 'withdraw') => {
      if (name === 'withdraw') return call(changeEndpoints.withdrawChange, { params }).then(() => null);
      return (await call(changeEndpoints.confirmChange, { params })).given;
    },
    onSuccess: (given, name) => {
      void message.success(given ? `${ACTS[name].done}，登录码已发到 ${given.sentTo}` : ACTS[name].done);
    },
    onError: (error) => void message.error(sentenceOf(error)),
    // What was changed, or stands in the way, may be anything on these pages.
    onSettled: refresh,
  });
  const decline = useMutation({
    mutationFn: (reason: string) => call(changeEndpoints.declineChange, { params, body: { reason } }),
    onSuccess: () => {
      setIsDeclining(false);
      void message.success('已记录为不同意');
    },
    onSettled: refresh,
  });
  const what = `${CHANGE_KINDS[change.kind]}：${change.target}`;
  const differences = <DifferencesOf change={change} />;
  const ask = (name: 'confirm' | 'withdraw') =>
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
        {change.requestedBy} 于 <span className="figures whole">{formatInstant(change.requestedAt)}</span> 申请
        {change.decidedAt && (
          <>
            ，{change.decidedBy} 于 <span className="figures whole">{formatInstant(change.decidedAt)}</span>{' '}
            {CHANGE_STATES[change.state].replace('已', '')}
          </>
        )}
        {change.state === 'waiting' && (
          <>
            ，<span className="figures whole">{formatInstant(change.expiresAt)}</span> 前有效
          </>
        )}
      </div>
      {change.reason && <div>不同意的理由：{change.reason}</div>}
      {acts.length > 0 && (
        <div className="page-actions">
          {acts.map((name) => (
            <Button
              key={name}
              type={name === 'confirm' ? 'primary' : 'default'}
              loading={act.isPending && act.variables === name}
              onClick={() => (name === 'decline' ? setIsDeclining(true) : ask(name))}
            >
              {ACTS[name].label}
            </Button>
          ))}
        </div>
      )}
      {change.state === 'waiting' && acts.length === 0 && <div className="quiet">须由另一位管理员确认</div>}
      {isDeclining && (
        <OneFieldForm
          title={`不同意“${what}”`}
          label="不同意的理由"
          placeholder="申请人会看到，并记入操作日志"
          maxLength={MAX_STAFF_REASON}
          field="reason"
          act={decline}
          submitLabel="不同意"
          onClose={() => setIsDeclining(false)}
        />
      )}
    </li>
  );
}

const SHOWN = new Set(['changes', 'staff', 'settings', 'security', 'types']);
