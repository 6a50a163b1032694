import { useState } from 'react';
import { FILE_STATES, isDelivered } from '../../../bff/contract/files/enums.ts';
import { ticketEndpoints, type OwnTicket } from '../../../bff/contract/tickets/endpoints.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { shownSize } from '../../application/attaching/shown-size.ts';
import { showAttachment } from '../../platform/documents/show-attachment.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Confirm } from '../../ui/sheets/modal.tsx';
import { withdrawFile } from './use-tickets.ts';
import styles from './tickets.module.css';

type Message = OwnTicket['messages'][number];
type File = Message['attachments'][number];

/** What was sent with a message: to be opened again, taken back while nobody has decided, or what became of it. */
export function MessageFiles({ message, mayWithdraw }: { message: Message; mayWithdraw: boolean }) {
  const [withdrawn, setWithdrawn] = useState<File | null>(null);
  const [fault, setFault] = useState('');
  const [isBusy, setBusy] = useState(false);
  const open = async (file: File) => {
    const params = { id: String(message.id), file: file.id };
    try {
      await showAttachment(await call(ticketEndpoints.showOwnTicketFile, { params }), file);
    } catch (thrown) {
      showToast(faultText(thrown));
    }
  };
  const withdraw = async () => {
    if (!withdrawn) return;
    setBusy(true);
    setFault('');
    try {
      await withdrawFile(message.id, withdrawn.id);
      setWithdrawn(null);
      showToast('附件已撤回');
    } catch (thrown) {
      setFault(faultText(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {message.attachments.map((file) => (
        <Box key={file.id} className={styles.file}>
          <Box className={styles.name}>
            {file.name}
            {file.isIdentity ? '（证件）' : ''}
          </Box>
          <Box as="span" className={styles.size}>
            {isDelivered(file.state) ? shownSize(file.size) : FILE_STATES[file.state]}
          </Box>
          {isDelivered(file.state) ? (
            <Button kind="text" label={`查看${file.name}`} onTap={() => void open(file)}>
              查看
            </Button>
          ) : null}
          {mayWithdraw && message.isMembers && (isDelivered(file.state) || file.state === 'checking') ? (
            <Button kind="text" label={`撤回${file.name}`} onTap={() => setWithdrawn(file)}>
              撤回
            </Button>
          ) : null}
        </Box>
      ))}
      <Confirm
        isOpen={withdrawn !== null}
        onClose={() => setWithdrawn(null)}
        title="撤回附件"
        question={`撤回后，“${withdrawn?.name ?? ''}”将被删除，协会不能再查看，不能恢复。已被查看过的，查看记录仍会保留。`}
        act="撤回附件"
        onAct={() => void withdraw()}
        busyLabel={isBusy && '正在撤回…'}
        error={fault}
      />
    </>
  );
}
