import type { ReactNode } from 'react';
import { Box, Dialog, Tap } from '../elements.tsx';
import { Button } from '../button.tsx';
import { Icon } from '../marks/icon.tsx';
import styles from './modal.module.css';

/** A dialog with a title, content that scrolls and its acts at the foot: a sheet from below on a phone. */
export function Modal({
  isOpen,
  onClose,
  title,
  footer,
  wide,
  children,
}: {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  footer?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} label={title} className={wide ? styles.wide : undefined}>
      <Box className={styles.head}>
        <Box as="h2" className={styles.title}>
          {title}
        </Box>
        <Tap className={styles.close} onTap={onClose} label="关闭">
          <Icon name="cross" />
        </Tap>
      </Box>
      {children}
      {footer ? <Box className={styles.foot}>{footer}</Box> : null}
    </Dialog>
  );
}

/** Asks before something that can't be undone; `kind` primary: that takes nothing away. */
export function Confirm({
  isOpen,
  onClose,
  title,
  question,
  act,
  kind = 'danger',
  onAct,
  busyLabel,
  error,
}: {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  question: string;
  act: string;
  kind?: 'danger' | 'primary';
  onAct: () => void;
  busyLabel?: string | false;
  error?: string;
}) {
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button kind="secondary" onTap={onClose}>
            取消
          </Button>
          <Button kind={kind} onTap={onAct} busyLabel={busyLabel}>
            {act}
          </Button>
        </>
      }
    >
      <Box className={styles.body}>
        <Box as="p">{question}</Box>
        {error ? (
          <Box as="p" className={styles.error} role="alert">
            {error}
          </Box>
        ) : null}
      </Box>
    </Modal>
  );
}

/** The padded content of a Modal. */
export function ModalBody({ children }: { children: ReactNode }) {
  return <Box className={styles.body}>{children}</Box>;
}
