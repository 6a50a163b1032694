import type { ReactNode } from 'react';
import { APPLICATION_FIELDS } from '../../bff/contract/certificate-types/enums.ts';
import type { AttachmentReply } from '../../bff/contract/files/endpoints.ts';
import { Button } from '../ui/button.tsx';
import { Box } from '../ui/elements.tsx';
import { Field } from '../ui/fields/field.tsx';
import { Icon } from '../ui/marks/icon.tsx';
import { shownSize } from './attaching/shown-size.ts';
import { PROOFS, type Takes } from './attaching/takes.ts';
import { useAttachments, type Sending } from './use-attachments.ts';
import styles from './attachments-field.module.css';

/** 附件 in the form: what has been uploaded, what is on its way, and a button for more. */
export function AttachmentsField({
  id = 'attachments',
  value,
  onChange,
  error,
  arrived,
  label = APPLICATION_FIELDS.attachments,
  proves = '委托书、同意书等证明材料',
  required = true,
  takes = PROOFS,
  beside,
}: {
  /** The id of the control; a form that has several gives each its own. */
  id?: string;
  value: AttachmentReply[];
  onChange: (files: AttachmentReply[]) => void;
  error?: string | undefined;
  /** What has been uploaded by now; absent: for the application in the draft. */
  arrived?: () => AttachmentReply[];
  label?: string;
  /** What is expected. */
  proves?: string;
  required?: boolean;
  takes?: Takes;
  /** What else is asked of each file. */
  beside?: (file: AttachmentReply) => ReactNode;
}) {
  const { sending, room, add, retry, drop, remove } = useAttachments(onChange, arrived, takes);
  return (
    <Field
      id={id}
      label={label}
      required={required}
      group
      error={error}
      hint={`${proves}。${takes.words}，每份不超过 ${takes.maxBytes / 1024 / 1024}\u00a0MB，最多 ${takes.max} 份`}
    >
      {(binding) => (
        <>
          {value.map((file) => (
            <Box key={file.id} className={styles.file}>
              <Box className={styles.name}>{file.name}</Box>
              <Box as="span" className={styles.size}>
                {shownSize(file.size)}
              </Box>
              {beside?.(file)}
              <Button kind="text" label={`移除${file.name}`} onTap={() => remove(file.id)}>
                移除
              </Button>
            </Box>
          ))}
          {sending.map((one) => (
            <SendingRow key={one.key} one={one} onRetry={() => retry(one)} onDrop={() => drop(one.key)} />
          ))}
          {room() <= 0 ? null : (
            <Button
              id={id}
              kind="secondary"
              className={styles.add}
              onTap={() => void add()}
              {...describedBy(binding.describedBy)}
            >
              <Icon name="plus" />
              上传附件
            </Button>
          )}
        </>
      )}
    </Field>
  );
}

const describedBy = (ids: string | undefined) => (ids ? { describedBy: ids } : {});

function SendingRow({ one, onRetry, onDrop }: { one: Sending; onRetry: () => void; onDrop: () => void }) {
  const { file, share, fault, isHopeless } = one;
  const percent = `${Math.round(share * 100)}%`;
  return (
    <Box className={styles.file}>
      <Box className={styles.name}>{file.name}</Box>
      {fault ? (
        <>
          <Box className={styles.fault} live="polite">
            {fault}
          </Box>
          {isHopeless ? null : (
            <Button kind="text" label={`重新上传${file.name}`} onTap={onRetry}>
              重试
            </Button>
          )}
          <Button kind="text" label={`移除${file.name}`} onTap={onDrop}>
            移除
          </Button>
        </>
      ) : (
        <Box as="span" className={styles.size} live="polite">
          正在上传 {percent}
        </Box>
      )}
      {fault ? null : (
        <Box className={styles.track} decorative>
          <Box className={styles.done} style={{ width: percent }} />
        </Box>
      )}
    </Box>
  );
}
