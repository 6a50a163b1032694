import { Button } from 'antd';
import { useState } from 'react';
import { paperEndpoints, type PaperDetail } from '../../../bff/contract/papers/endpoints.ts';
import { toYuan } from '../../../bff/contract/text.ts';
import { call } from '../../providers/call.ts';
import { OneFieldForm } from '../../ui/form/OneFieldForm.tsx';
import { usePaperAct } from './use-papers.ts';

type Asking = 'pay' | 'handOver' | 'void';

/** The acts on one order that end here: payment at the counter, handing over, giving up. */
export function PaperActions({ paper }: { paper: PaperDetail }) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const params = { id: String(paper.id) };
  const pay = usePaperAct(params.id, (receiptNo: string) =>
    call(paperEndpoints.recordPaperPayment, { params, body: { receiptNo } }),
  );
  const handOver = usePaperAct(params.id, (collectedBy: string) =>
    call(paperEndpoints.handOverPaper, { params, body: { collectedBy } }),
  );
  const giveUp = usePaperAct(params.id, (reason: string) =>
    call(paperEndpoints.voidPaper, { params, body: { reason } }),
  );
  const close = () => setAsking(null);
  const { can } = paper;
  if (!can.pay && !can.handOver && !can.void) return null;
  return (
    <section className="batch" aria-label="办理">
      {asking === null && (
        <div className="row">
          {can.pay && (
            <Button type="primary" onClick={() => setAsking('pay')}>
              登记线下缴费
            </Button>
          )}
          {can.handOver && (
            <Button type="primary" onClick={() => setAsking('handOver')}>
              登记领取
            </Button>
          )}
          {can.void && (
            <Button danger onClick={() => setAsking('void')}>
              作废整单
            </Button>
          )}
        </div>
      )}
      {asking === 'pay' && can.pay && (
        <OneFieldForm
          isSheet
          title="登记线下缴费"
          hint={dueOf(paper)}
          label="票据号"
          field="receiptNo"
          act={pay}
          submitLabel="确认已收款"
          onClose={close}
        />
      )}
      {asking === 'handOver' && can.handOver && (
        <OneFieldForm
          isSheet
          title="登记领取"
          hint="请核对领取人的身份证件"
          label="领取人"
          field="collectedBy"
          act={handOver}
          submitLabel="确认已领取"
          onClose={close}
        />
      )}
      {asking === 'void' && can.void && (
        <OneFieldForm
          isSheet
          title="作废整单"
          hint={`将作废全部 ${paper.copyList.filter(({ state }) => state === 'valid').length} 份，不能恢复；电子证明不受影响。${moneyOf(paper)}`}
          label="作废原因"
          field="reason"
          act={giveUp}
          submitLabel="确认作废"
          isDanger
          onClose={close}
        />
      )}
    </section>
  );
}

/** What is taken at the counter: of a bulk order for all that waits of it, at once. */
function dueOf({ fees, bulk }: PaperDetail): string {
  const after = '收款后登记，登记后进入待打印';
  if (!bulk) return `应收 ${toYuan(fees.totalFen)} 元，${after}`;
  return `批量申请一并缴费：${bulk.waiting} 单共应收 ${toYuan(bulk.totalFen)} 元，${after}`;
}

/** What giving the order up does with its money. */
function moneyOf({ payment, fees, receiptNo, bulk }: PaperDetail): string {
  const yuan = `${toYuan(fees.totalFen)}元`;
  if (payment === 'wechat' && bulk) {
    return `批量申请一并支付的款项中，本单的 ${yuan}将原路退回，退款进度见“订单与对账”。`;
  }
  if (payment === 'wechat') return `已由微信支付的 ${yuan}将原路退回，退款进度见“订单与对账”。`;
  if (payment === 'counter') return `线下收取的 ${yuan}（票据号 ${receiptNo}）不会自动退回，请按票据线下退款。`;
  return fees.totalFen > 0 ? '费用尚未缴纳，作废后不能再缴。' : '';
}
