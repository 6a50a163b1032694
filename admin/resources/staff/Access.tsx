import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { staffEndpoints, type StaffRow } from '../../../bff/contract/staff/endpoints.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { CHANGES_KEY, WAITS } from '../../changes/use-changes.ts';
import { STAFF_KEY } from './use-staff.ts';

const ACTS = {
  close: {
    label: '停用账号',
    question: '停用后立即退出登录，且不能再登录。以往的审核和操作记录不受影响。',
    endpoint: staffEndpoints.closeStaff,
  },
  reopen: { label: '启用账号', question: '启用后可用原来的密码登录。', endpoint: staffEndpoints.reopenStaff },
  factor: {
    label: '重置二次验证',
    question: '用于手机遗失或更换。重置后只凭密码即可登录，请先核实本人身份。',
    endpoint: staffEndpoints.resetSecondFactor,
  },
} as const;
type Act = keyof typeof ACTS;

/** What an administrator may do about somebody's getting in; each asks first. */
export function Access({ staff }: { staff: StaffRow }) {
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const params = { id: String(staff.id) };
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: STAFF_KEY }),
      client.invalidateQueries({ queryKey: CHANGES_KEY }),
    ]);
  const onError = (error: unknown) => void message.error(sentenceOf(error));
  const act = useMutation({
    mutationFn: (name: Act) => call(ACTS[name].endpoint, { params }),
    onSuccess: (saved) => {
      void message.success('waiting' in saved && saved.waiting ? WAITS : '已完成');
      return refresh();
    },
    onError,
  });
  const reset = useMutation({
    mutationFn: () => call(staffEndpoints.resetStaffPassword, { params }),
    onSuccess: (reply) => {
      void message.success('waiting' in reply ? WAITS : `登录码已发到 ${reply.sentTo}`);
      return refresh();
    },
    onError,
  });
  const ask = (title: string, content: string, onOk: () => void) =>
    modal.confirm({ title: `${title}：${staff.name}`, content, okText: title, cancelText: '取消', onOk });
  const button = (name: Act) => (
    <Button
      danger={name === 'close'}
      loading={act.isPending && act.variables === name}
      onClick={() => ask(ACTS[name].label, ACTS[name].question, () => act.mutate(name))}
    >
      {ACTS[name].label}
    </Button>
  );
  return (
    <section className="sheet padded" aria-label="登录">
      <h2>登录</h2>
      <div className="page-actions">
        <Button
          loading={reset.isPending}
          onClick={() =>
            ask('重置密码', '原密码立即失效，所有设备退出登录，新的登录码发到本人邮箱。请先核实本人身份。', () =>
              reset.mutate(),
            )
          }
        >
          重置密码
        </Button>
        {staff.hasSecondFactor && button('factor')}
        {button(staff.isClosed ? 'reopen' : 'close')}
      </div>
    </section>
  );
}
