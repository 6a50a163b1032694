import { EyeOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Modal, Skeleton, Watermark } from 'antd';
import { useEffect, useState } from 'react';
import { toIso } from '../../../bff/contract/dates.ts';
import { FILE_KINDS, FILE_STATES, isDelivered, isShown } from '../../../bff/contract/files/enums.ts';
import { ticketEndpoints, type TicketDetail } from '../../../bff/contract/tickets/endpoints.ts';
import { addressOf, call } from '../../providers/call.ts';
import { useSession } from '../../providers/session.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { Failure } from '../../ui/Failure.tsx';
import { FileLink } from '../../ui/FileLink.tsx';
import { PdfView } from '../../ui/pdf/PdfPane.tsx';

type File = TicketDetail['messages'][number]['attachments'][number];

/** A file of a message: opened beside the page, saved, or what became of it; an identity document under a mark. */
export function TicketFile({ messageId, file }: { messageId: number; file: File }) {
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const params = { id: String(messageId), file: file.id };
  if (!isDelivered(file.state)) {
    return (
      <div className="quiet">
        {file.name}（{FILE_STATES[file.state]}）
      </div>
    );
  }
  if (!file.isIdentity || !isShown(file.kind)) {
    return (
      <div>
        <FileLink file={file} address={addressOf(ticketEndpoints.showTicketFile, { params })} />
        {file.state === 'unscanned' && <span className="quiet">，{FILE_STATES.unscanned}</span>}
      </div>
    );
  }
  return (
    <div>
      <Button type="link" icon={<EyeOutlined />} onClick={() => setOpenedAt(toIso(Date.now()))}>
        {file.name}
      </Button>
      <span className="quiet">证件，{FILE_KINDS[file.kind]}，打开会记入操作日志</span>
      <Modal
        open={openedAt !== null}
        onCancel={() => setOpenedAt(null)}
        footer={null}
        title={file.name}
        width={900}
        destroyOnHidden
      >
        {openedAt !== null && <Marked file={file} params={params} openedAt={openedAt} />}
      </Modal>
    </div>
  );
}

/** Under the name of whoever looks, and when: a picture of the screen says whose it was. */
function Marked({ file, params, openedAt }: { file: File; params: { id: string; file: string }; openedAt: string }) {
  const { account } = useSession();
  const bytes = useQuery({
    queryKey: ['ticket-identity', file.id, openedAt],
    queryFn: ({ signal }) => call(ticketEndpoints.showTicketFile, { params }, signal),
    // Each opening is a request of its own, which the log has; nothing of it is kept.
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  if (bytes.isError) return <Failure error={bytes.error} onRetry={() => void bytes.refetch()} />;
  if (!bytes.data) return <Skeleton active />;
  return (
    <Watermark content={[account.name, formatInstant(openedAt), '仅供办理工单']} gap={[60, 60]}>
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
  return address ? <img src={address} alt={name} className="ticket-picture" /> : null;
}
