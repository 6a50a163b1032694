import { useState } from 'react';
import { bulkEndpoints } from '../../../bff/contract/bulk/endpoints.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/sheets/modal.tsx';

/** 取消纸质证明 of a bulk application: all that is not being printed; what was paid for it online goes back by itself. */
export function CancelBulkPaper({ orderId, isPaid }: { orderId: number; isPaid: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const cancel = async () => {
    setBusy(true);
    setError('');
    try {
      await call(bulkEndpoints.cancelBulkPaper, { params: { id: String(orderId) } });
      showToast('纸质证明已取消');
      setOpen(false);
    } catch (fault) {
      setError(faultText(fault));
    } finally {
      // Somebody may have begun to print a moment ago: show how it stands now.
      await queryClient.invalidateQueries({ queryKey: ['bulk', String(orderId)] });
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
        question={`将取消本次批量申请中还没有开始打印的全部纸质证明，不能恢复。${isPaid ? '已缴的相应费用将原路退回。' : ''}电子证明不受影响。只取消其中几名的，请进入该律师的申请办理。`}
        act="取消纸质证明"
        onAct={() => void cancel()}
        busyLabel={isBusy && '正在取消…'}
        error={error}
      />
    </>
  );
}
