import { bulkEndpoints } from '../../../bff/contract/bulk/endpoints.ts';
import { call } from '../../api/client.ts';
import { CancelPaperButton } from '../../application/papers/cancel-paper-button.tsx';

/** 取消纸质证明 of a bulk application: all that is not being printed; what was paid for it online goes back by itself. */
export function CancelBulkPaper({ orderId, isPaid }: { orderId: number; isPaid: boolean }) {
  return (
    <CancelPaperButton
      question={`将取消本次批量申请中还没有开始打印的全部纸质证明，不能恢复。${isPaid ? '已缴的相应费用将原路退回。' : ''}电子证明不受影响。只取消其中几名的，请进入该律师的申请办理。`}
      cancel={() => call(bulkEndpoints.cancelBulkPaper, { params: { id: String(orderId) } })}
      shownBy={[['bulk', String(orderId)]]}
    />
  );
}
