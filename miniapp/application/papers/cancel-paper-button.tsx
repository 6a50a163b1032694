import { useState } from 'react';
import { faultText } from '../../api/api-error.ts';
import { queryClient } from '../../api/query-client.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/sheets/modal.tsx';

/** 取消纸质证明, asked first. `shownBy`: keys of the queries that show how it stands. */
export function CancelPaperButton({
  question,
  cancel,
  shownBy,
}: {
  question: string;
  cancel: () => Promise<unknown>;
  shownBy: readonly (readonly unknown[])[];
}) {
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const act = async () => {
    setBusy(true);
    setError('');
    try {
      await cancel();
      showToast('纸质证明已取消');
      setOpen(false);
    } catch (fault) {
      setError(faultText(fault));
    } finally {
      // Somebody may have begun to print a moment ago: show how it stands now.
      for (const queryKey of shownBy) await queryClient.invalidateQueries({ queryKey });
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
        question={question}
        act="取消纸质证明"
        onAct={() => void act()}
        busyLabel={isBusy && '正在取消…'}
        error={error}
      />
    </>
  );
}
