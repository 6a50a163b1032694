import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { MAX_STAFF_REASON } from '../../bff/contract/limits.ts';
import { GroupedIdentity } from './Grouped.tsx';
import { OneFieldForm } from './form/OneFieldForm.tsx';

/** Long enough to compare a number with a paper, too short to be left on a screen. */
const SHOWN_MS = 60_000;

/**
 * An identity number, masked; the whole of it only with a reason, which is written to the log, and for a minute.
 * @param reveal asks for it; absent: whoever looks may not
 */
export function MaskedNumber({
  masked,
  reveal,
}: {
  masked: string;
  reveal?: ((reason: string) => Promise<{ identityNumber: string }>) | undefined;
}) {
  const [isAsking, setIsAsking] = useState(false);
  // gcTime 0: the number does not stay in the cache once it is hidden.
  const act = useMutation({ mutationFn: (reason: string) => (reveal ?? refuse)(reason), gcTime: 0 });
  const { data, reset } = act;
  useEffect(() => {
    if (!data) return undefined;
    const timer = setTimeout(reset, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [data, reset]);
  if (data) {
    return (
      <>
        <GroupedIdentity value={data.identityNumber} />{' '}
        <Button type="link" size="small" onClick={reset}>
          隐藏
        </Button>
      </>
    );
  }
  return (
    <>
      <GroupedIdentity value={masked} />{' '}
      {reveal && !isAsking && (
        <Button type="link" size="small" onClick={() => setIsAsking(true)}>
          查看完整号码
        </Button>
      )}
      {isAsking && (
        <OneFieldForm
          title="查看完整号码"
          label="查看事由"
          placeholder="将记入操作日志"
          maxLength={MAX_STAFF_REASON}
          field="reason"
          act={act}
          submitLabel="查看"
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}

const refuse = () => Promise.reject(new Error('nobody may ask for it here'));
