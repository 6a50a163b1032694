import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { recipientEndpoints, type RecipientReply } from '../../../bff/contract/recipients/endpoints.ts';
import { MAX_STAFF_REASON } from '../../../bff/contract/limits.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { formatInstant } from '../../ui/dates.ts';
import { WholeTimes } from '../../ui/WholeTimes.tsx';

/** Whether a mailbox takes mails that members address to it; its owner's stop can be lifted here, with a reason. */
export function Recipient() {
  const { message } = App.useApp();
  const [isOpen, setIsOpen] = useState(false);
  const [address, setAddress] = useState('');
  const [reason, setReason] = useState('');
  const look = useMutation({
    mutationFn: () => call(recipientEndpoints.lookUpRecipient, { body: { address } }),
  });
  const readmit = useMutation({
    mutationFn: () => call(recipientEndpoints.readmitRecipient, { body: { address, reason } }),
    onSuccess: () => {
      void message.success('已恢复');
      setReason('');
      look.mutate();
    },
  });
  const fault = readmit.error ?? look.error;
  const found = look.data;
  const isHeld = found !== undefined && (found.stoppedAt !== null || found.sentToday >= found.dayLimit);
  const close = () => {
    setIsOpen(false);
    setAddress('');
    setReason('');
    look.reset();
    readmit.reset();
  };
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>查询收件人</Button>
      <Modal open={isOpen} title="查询收件人" footer={null} onCancel={close}>
        <p className="quiet">
          会员填写的、未经本人确认的邮箱，每天只收有限的邮件，收件人也可以停止接收。系统不保存停止接收的邮箱，请输入完整地址查询。
        </p>
        <form
          className="stacked"
          onSubmit={(event) => {
            event.preventDefault();
            readmit.reset();
            look.mutate();
          }}
        >
          <label>
            <span>收件邮箱</span>
            <Input
              value={address}
              inputMode="email"
              onChange={(event) => {
                setAddress(event.target.value);
                look.reset();
              }}
            />
          </label>
          <Button htmlType="submit" loading={look.isPending} disabled={address.trim() === ''}>
            查询
          </Button>
        </form>
        {fault && <Alert type="error" showIcon title={sentenceOf(fault)} role="alert" />}
        {found && (
          <Alert
            type={isHeld ? 'warning' : 'success'}
            showIcon
            title={<WholeTimes words={inWords(found)} />}
            role="status"
          />
        )}
        {isHeld && (
          <form
            className="stacked"
            onSubmit={(event) => {
              event.preventDefault();
              readmit.mutate();
            }}
          >
            <label>
              <span className="required">恢复原因</span>
              <Input
                value={reason}
                maxLength={MAX_STAFF_REASON}
                placeholder="如：收件人来电要求恢复"
                onChange={(event) => setReason(event.target.value)}
              />
            </label>
            <Button type="primary" htmlType="submit" loading={readmit.isPending} disabled={reason.trim() === ''}>
              恢复接收
            </Button>
          </form>
        )}
      </Modal>
    </>
  );
}

function inWords({ stoppedAt, sentToday, dayLimit }: RecipientReply): string {
  const today = `今天已发 ${sentToday} 封，每天最多 ${dayLimit} 封`;
  return stoppedAt ? `收件人已于 ${formatInstant(stoppedAt)} 停止接收；${today}` : `正常接收；${today}`;
}
