import type { AttachmentReply } from '../../bff/contract/files/endpoints.ts';
import { faultText } from '../api/api-error.ts';
import { showAttachment } from '../platform/documents/show-attachment.ts';
import { showToast } from '../platform/page/show-toast.ts';
import { Button } from '../ui/button.tsx';
import { Box } from '../ui/elements.tsx';
import styles from './attachments-field.module.css';

/** 1.5 MB or 320 KB, as people read it. */
export function shownSize(bytes: number): string {
  return bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

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
