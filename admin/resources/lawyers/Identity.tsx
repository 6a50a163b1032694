import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { registryEndpoints } from '../../../bff/contract/registry/endpoints.ts';
import { MAX_STAFF_REASON } from '../../../bff/contract/limits.ts';
import { call } from '../../providers/call.ts';
import { ApiFailure, sentenceOf } from '../../providers/failure.ts';
import { useMay } from '../../providers/permission.ts';

/** Long enough to compare a number with a paper, too short to be left on a screen. */
const SHOWN_MS = 60_000;

/** An identity number, masked; the whole of it only with a reason, which is written to the log, and for a minute. */
export function Identity({ id, masked }: { id: number; masked: string }) {
  const may = useMay()(registryEndpoints.revealIdentity);
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState('');
  // gcTime 0: the number does not stay in the cache once it is hidden.
  const reveal = useMutation({
    mutationFn: () => call(registryEndpoints.revealIdentity, { params: { id: String(id) }, body: { reason } }),
    onSuccess: () => setIsAsking(false),
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
        <form
          className="reveal"
          onSubmit={(event) => {
            event.preventDefault();
            reveal.mutate();
          }}
        >
          <label>
            <span className="required">查看事由</span>
            <Input
              autoFocus
              value={reason}
              maxLength={MAX_STAFF_REASON}
              placeholder="将记入操作日志"
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          {reveal.isError && (
            <p role="alert" className="fault">
              {reveal.error instanceof ApiFailure
                ? (reveal.error.fields['reason'] ?? reveal.error.message)
                : sentenceOf(reveal.error)}
            </p>
          )}
          <div className="row">
            <Button type="primary" htmlType="submit" loading={reveal.isPending}>
              查看
            </Button>
            <Button onClick={() => setIsAsking(false)}>取消</Button>
          </div>
        </form>
      )}
    </>
  );
}
