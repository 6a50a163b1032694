import type { AttachmentReply } from '../../bff/contract/files/endpoints.ts';
import { faultText } from '../api/api-error.ts';
import { showAttachment } from '../platform/documents/show-attachment.ts';
import { showToast } from '../platform/page/show-toast.ts';
import { Button } from '../ui/button.tsx';
import { Box } from '../ui/elements.tsx';
import { shownSize } from './attaching/shown-size.ts';
import styles from './attachments-field.module.css';

/** What something was submitted with, to be opened again. */
export function Attachments({
  files,
  read,
}: {
  files: readonly AttachmentReply[];
  read: (fileId: string) => Promise<ArrayBuffer>;
}) {
  const open = async (file: AttachmentReply) => {
    try {
      await showAttachment(await read(file.id), file);
    } catch (fault) {
      showToast(faultText(fault));
    }
  };
  return (
    <>
      {files.map((file) => (
        <Box key={file.id} className={styles.file}>
          <Box className={styles.name}>{file.name}</Box>
          <Box as="span" className={styles.size}>
            {shownSize(file.size)}
          </Box>
          <Button kind="text" label={`查看${file.name}`} onTap={() => void open(file)}>
            查看
          </Button>
        </Box>
      ))}
    </>
  );
}
