import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { registryEndpoints } from '../../../bff/contract/registry/endpoints.ts';
import { MAX_STAFF_REASON } from '../../../bff/contract/limits.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';
import { OneFieldForm } from '../../ui/form/OneFieldForm.tsx';

/** Long enough to compare a number with a paper, too short to be left on a screen. */
const SHOWN_MS = 60_000;

/** An identity number, masked; the whole of it only with a reason, which is written to the log, and for a minute. */
export function Identity({ id, masked }: { id: number; masked: string }) {
  const may = useMay()(registryEndpoints.revealIdentity);
  const [isAsking, setIsAsking] = useState(false);
  // gcTime 0: the number does not stay in the cache once it is hidden.
  const reveal = useMutation({
    mutationFn: (reason: string) =>
      call(registryEndpoints.revealIdentity, { params: { id: String(id) }, body: { reason } }),
    gcTime: 0,
  });
  const { data, reset } = reveal;
  useEffect(() => {
    if (!data) return undefined;
    const timer = setTimeout(reset, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [data, reset]);
  if (data) {
    return (
      <>
        <span className="figures">{data.identityNumber}</span>{' '}
        <Button type="link" size="small" onClick={reset}>
          隐藏
        </Button>
      </>
    );
  }
  return (
    <>
      <span className="figures">{masked}</span>{' '}
      {may && !isAsking && (
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
          act={reveal}
          submitLabel="查看"
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
