import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import {
  activationEndpoints,
  type ActivationResults,
  type ActivationRow,
} from '../../../bff/contract/activation/endpoints.ts';
import type { SubjectKind } from '../../../bff/contract/registry/enums.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { openPdfBytes } from '../../ui/pdf/open-pdf-bytes.ts';

/** What can be done for the chosen members: letters for all, mails and texts for firms only. */
export function WorkBar({
  kind,
  rows,
  ids,
  onDone,
}: {
  kind: SubjectKind | undefined;
  rows: ActivationRow[];
  /** Chosen among them. */
  ids: number[];
  onDone(): void;
}) {
  const chosen = rows.filter(({ id }) => ids.includes(id));
  const client = useQueryClient();
  const { modal } = App.useApp();
  const accountIds = chosen.map(({ id }) => id);
  const done = () => {
    onDone();
    return client.invalidateQueries({ queryKey: ['activations'] });
  };
  const print = useMutation({
    mutationFn: () => call(activationEndpoints.printActivations, { body: { accountIds } }),
    onSuccess: (pdf) => {
      openPdfBytes(pdf);
      return done();
    },
    gcTime: 0,
  });
  const send = useMutation({
    mutationFn: (by: 'email' | 'sms') => call(activationEndpoints.sendActivations, { body: { accountIds, by } }),
    onSuccess: done,
  });
  const nothing = chosen.length === 0;
  const count = nothing ? '' : `（${chosen.length}）`;
  const again = chosen.filter(({ state }) => state === 'sent').length;
  const ask = (what: string, act: () => void) => {
    if (again === 0) return act();
    modal.confirm({
      title: `${what}？`,
      content: `所选中有 ${again} 个会员的开通码还没有到期，重新发放后旧码作废。`,
      okText: what,
      cancelText: '取消',
      onOk: act,
    });
  };
  return (
    <section className="batch" aria-label="批量办理">
      <div className="row">
        <Button
          type="primary"
          disabled={nothing}
          loading={print.isPending}
          onClick={() => ask('打印开通信函', () => print.mutate())}
        >
          打印开通信函{count}
        </Button>
        {kind !== 'lawyer' && (
          <>
            <Button
              disabled={nothing}
              loading={send.isPending}
              onClick={() => ask('发到登记的邮箱', () => send.mutate('email'))}
            >
              发到登记的邮箱{count}
            </Button>
            <Button
              disabled={nothing}
              loading={send.isPending}
              onClick={() => ask('发到登记的手机', () => send.mutate('sms'))}
            >
              发到登记的手机{count}
            </Button>
          </>
        )}
        {nothing && (
          <span className="quiet">
            {kind === 'firm' ? '先勾选要发开通码的律所' : '先勾选要发开通码的会员；律师的只能寄给本人，或当面发放'}
          </span>
        )}
      </div>
      {[print, send].map(
        ({ error }, at) => error && <Alert key={at} type="error" showIcon role="alert" title={sentenceOf(error)} />,
      )}
      {print.isSuccess && (
        <Alert
          type="success"
          showIcon
          role="status"
          title="信函已生成。请立即打印并封装：文件不保存，关闭后不能再次打开。"
        />
      )}
      {send.data && <Sent results={send.data.results} rows={rows} />}
    </section>
  );
}

function Sent({ results, rows }: ActivationResults & { rows: ActivationRow[] }) {
  const failed = results.filter(({ fault }) => fault !== null);
  return (
    <Alert
      type={failed.length > 0 ? 'warning' : 'success'}
      showIcon
      role="status"
      title={`已安排发送 ${results.length - failed.length} 个${failed.length > 0 ? `，${failed.length} 个没有发送` : ''}`}
      description={
        failed.length > 0 && (
          <ul className="plain">
            {failed.map(({ accountId, fault }) => (
              <li key={accountId}>
                {rows.find(({ id }) => id === accountId)?.name}：{fault}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
