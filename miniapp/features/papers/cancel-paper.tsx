import { paperEndpoints } from '../../../bff/contract/papers/endpoints.ts';
import { call } from '../../api/client.ts';
import { CancelPaperButton } from '../../application/papers/cancel-paper-button.tsx';

/** 取消纸质证明: before anything is printed; what was paid online goes back by itself. */
export function CancelPaper({ applicationId, isPaid }: { applicationId: number; isPaid: boolean }) {
  return (
    <CancelPaperButton
      question={`确定不再需要纸质证明吗？${isPaid ? '已缴费用将原路退回。' : ''}电子证明不受影响，取消后不能恢复。`}
      cancel={() => call(paperEndpoints.cancelPaper, { params: { id: String(applicationId) } })}
      shownBy={[
        ['application', applicationId],
        ['payment', applicationId],
      ]}
    />
  );
}
