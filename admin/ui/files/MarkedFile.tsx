import { useQuery } from '@tanstack/react-query';
import { Skeleton, Watermark } from 'antd';
import { useEffect, useState } from 'react';
import { useSession } from '../../providers/session.tsx';
import { formatInstant } from '../dates.ts';
import { Failure } from '../Failure.tsx';
import { PdfView } from '../pdf/PdfPane.tsx';

interface MarkedFileProps {
  file: { id: string; name: string; kind: string };
  /** Names this opening: another key is another request, which the log has. */
  cacheKey: readonly unknown[];
  openedAt: string;
  /** What it may be used for, as the mark says. */
  purpose: string;
  /** How long it is kept after it was put away, in milliseconds; absent: not at all. */
  keptFor?: number;
  load(signal: AbortSignal): Promise<ArrayBuffer>;
}

/** A file under the name of whoever looks, and when: a picture of the screen says whose it was. */
export function MarkedFile({ file, cacheKey, openedAt, purpose, keptFor = 0, load }: MarkedFileProps) {
  const { account } = useSession();
  const bytes = useQuery({
    queryKey: cacheKey,
    queryFn: ({ signal }) => load(signal),
    gcTime: keptFor,
    staleTime: Infinity,
    retry: false,
  });
  if (bytes.isError) return <Failure error={bytes.error} onRetry={() => void bytes.refetch()} />;
  if (!bytes.data) return <Skeleton active />;
  return (
    <Watermark content={[account.name, formatInstant(openedAt), purpose]} gap={[60, 60]}>
      {file.kind === 'pdf' ? (
        <PdfView bytes={bytes.data} label={file.name} />
      ) : (
        <Picture bytes={bytes.data} name={file.name} />
      )}
    </Watermark>
  );
}

function Picture({ bytes, name }: { bytes: ArrayBuffer; name: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes]));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return address ? <img src={address} alt={name} className="marked-picture" /> : null;
}
