import { useState } from 'react';
import { paperEndpoints } from '../../../bff/contract/papers/endpoints.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/sheets/modal.tsx';

/** 取消纸质证明: before anything is printed; what was paid online goes back by itself. */
export function CancelPaper({ applicationId, isPaid }: { applicationId: number; isPaid: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const cancel = async () => {
    setBusy(true);
    setError('');
    try {
      await call(paperEndpoints.cancelPaper, { params: { id: String(applicationId) } });
      showToast('纸质证明已取消');
      setOpen(false);
    } catch (fault) {
      setError(faultText(fault));
    } finally {
      // Somebody may have begun to print a moment ago: show how it stands now.
      await queryClient.invalidateQueries({ queryKey: ['application', applicationId] });
      await queryClient.invalidateQueries({ queryKey: ['payment', applicationId] });
      setBusy(false);
    }
  };
  return (
    <>
      <Button kind="text" onTap={() => setOpen(true)}>
        取消纸质证明
      </Button>
      <Confirm
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title="取消纸质证明"
        question={`确定不再需要纸质证明吗？${isPaid ? '已缴费用将原路退回。' : ''}电子证明不受影响，取消后不能恢复。`}
        act="取消纸质证明"
        onAct={() => void cancel()}
        busyLabel={isBusy && '正在取消…'}
        error={error}
      />
    </>
  );
}
