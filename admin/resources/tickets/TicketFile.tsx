import { EyeOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { toIso } from '../../../bff/contract/dates.ts';
import { FILE_KINDS, FILE_STATES, isDelivered, isShown } from '../../../bff/contract/files/enums.ts';
import { ticketEndpoints, type TicketDetail } from '../../../bff/contract/tickets/endpoints.ts';
import { addressOf, call } from '../../providers/call.ts';
import { FileLink } from '../../ui/FileLink.tsx';
import { MarkedFile } from '../../ui/files/MarkedFile.tsx';

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
        {openedAt !== null && (
          <MarkedFile
            file={file}
            cacheKey={['ticket-identity', file.id, openedAt]}
            openedAt={openedAt}
            purpose="仅供办理工单"
            load={(signal) => call(ticketEndpoints.showTicketFile, { params }, signal)}
          />
        )}
      </Modal>
    </div>
  );
}
