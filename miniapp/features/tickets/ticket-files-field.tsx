import { useState } from 'react';
import { AttachmentsField } from '../../application/attachments-field.tsx';
import { TICKET_FILES } from '../../application/attaching/takes.ts';
import type { useSending } from '../../application/use-sending.ts';
import { Tap } from '../../ui/elements.tsx';
import { CheckMark } from '../../ui/marks/check-mark.tsx';
import styles from './tickets.module.css';

/** Which of the files show an identity document, by their ids. */
export function useTicketFiles() {
  const [ids, setIds] = useState<readonly string[]>([]);
  return {
    has: (id: string) => ids.includes(id),
    toggle: (id: string) => setIds((all) => (all.includes(id) ? all.filter((one) => one !== id) : [...all, id])),
    /** For the body that is sent: those of the files that are ticked; nothing where none is. */
    among(sent: readonly string[]): { identityFiles?: string[] } {
      const ticked = sent.filter((id) => ids.includes(id));
      return ticked.length > 0 ? { identityFiles: ticked } : {};
    },
  };
}

/** 附件 of a ticket: more kinds and larger than elsewhere; an identity document is ticked as one. */
export function TicketFilesField({
  files,
  ticked,
  proof,
  areAllIdentity = false,
}: {
  files: ReturnType<typeof useSending>['files'];
  ticked: ReturnType<typeof useTicketFiles>;
  /** What has to be attached; null: nothing. */
  proof: string | null;
  /** The category asks for one: nothing is left to tick. */
  areAllIdentity?: boolean;
}) {
  return (
    <AttachmentsField
      {...files}
      takes={TICKET_FILES}
      label={proof ? '证明材料' : '附件'}
      proves={proof ? `请上传${proof}` : '有截图或材料的请上传'}
      required={Boolean(proof)}
      {...(areAllIdentity
        ? {}
        : {
            beside: ({ id, name }) => (
              <Tap
                role="checkbox"
                checked={ticked.has(id)}
                label={`${name}含证件`}
                onTap={() => ticked.toggle(id)}
                className={styles.tick}
              >
                <CheckMark checked={ticked.has(id)} />
                含证件
              </Tap>
            ),
          })}
    />
  );
}
