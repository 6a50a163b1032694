import type { PaperReply } from '../../../bff/contract/certificates/replies.ts';
import { PAPER_PAYMENTS, PAPER_STATES } from '../../../bff/contract/papers/enums.ts';
import { untilInWords } from '../../../bff/contract/papers/deadline.ts';
import { toYuan } from '../../../bff/contract/text.ts';
import { pageUrl } from '../../addresses.ts';
import { goTo } from '../../platform/page/navigate.ts';
import { copyText } from '../../platform/device/copy-text.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Facts, Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { useOffice } from '../../office/use-office.ts';
import { CancelPaper } from './cancel-paper.tsx';

/** 纸质证明: where the copies are now, and what the member does next. Nothing before the approval. */
export function PaperProgress({ applicationId, paper }: { applicationId: number; paper: PaperReply }) {
  const office = useOffice().data;
  const { progress, fees } = paper;
  if (!progress) return null;
  const { state, payment, courier, trackingNo, voidReason, payUntilOn, bulkOrderId } = progress;
  const valid = progress.copies.filter((copy) => copy.state === 'valid');
  const copy = () => copyText(trackingNo, '快递单号');
  return (
    <Sheet title="纸质证明">
      {state === 'awaiting_payment' && bulkOrderId !== null ? (
        <Notice tone="warn">
          与本次批量申请的其他纸质证明一并缴费，缴费后即安排打印。{untilInWords(payUntilOn)}
          <Button kind="text" onTap={() => goTo(pageUrl('bulk', { id: bulkOrderId }))}>
            去缴费
          </Button>
        </Notice>
      ) : null}
      {state === 'awaiting_payment' && bulkOrderId === null ? (
        <Notice tone="warn">
          应缴费用 {toYuan(fees.totalFen)} 元，缴费后即安排打印。{office?.paysOnline ? '可在线支付，也可' : '请'}
          到协会窗口缴费
          {office ? `（${office.officeAddress}，${office.officeHours}）` : ''}。{untilInWords(payUntilOn)}
        </Notice>
      ) : null}
      {state === 'to_collect' && office ? (
        <Notice tone="good">
          已可领取。地点：{office.officeAddress}；时间：{office.officeHours}。请领取人携带身份证件。
        </Notice>
      ) : null}
      {state === 'voided' ? <Notice tone="bad">纸质证明已作废：{voidReason}</Notice> : null}
      <Facts
        rows={[
          ['办理状态', PAPER_STATES[state]] as const,
          ['缴费', payment ? PAPER_PAYMENTS[payment] : ''] as const,
          ['快递公司', courier] as const,
          ['快递单号', trackingNo] as const,
          ['份号', valid.map(({ serial }) => <Box key={serial}>{serial}</Box>)] as const,
        ].filter(([, value]) => value.length > 0)}
      />
      {trackingNo ? (
        <Button kind="secondary" onTap={() => void copy()}>
          复制快递单号
        </Button>
      ) : null}
      {progress.can.cancel ? <CancelPaper applicationId={applicationId} isPaid={payment === 'wechat'} /> : null}
    </Sheet>
  );
}
