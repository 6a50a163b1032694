import { useState } from 'react';
import { Tap } from '../../ui/elements.tsx';
import { CheckMark } from '../../ui/marks/check-mark.tsx';
import { AttachmentsField } from '../attachments-field.tsx';
import styles from '../attachments-field.module.css';
import type { useSending } from '../use-sending.ts';
import { TICKET_FILES } from './takes.ts';

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
  label = proof ? '证明材料' : '附件',
  mayProve = '有截图或材料的请上传',
  areAllIdentity = false,
}: {
  files: ReturnType<typeof useSending>['files'];
  ticked: ReturnType<typeof useTicketFiles>;
  /** What has to be attached; null: nothing. */
  proof: string | null;
  label?: string;
  /** What is expected where nothing has to be attached. */
  mayProve?: string;
  /** The category asks for one: nothing is left to tick. */
  areAllIdentity?: boolean;
}) {
  return (
    <AttachmentsField
      {...files}
      takes={TICKET_FILES}
      label={label}
      proves={proof ? `请上传${proof}` : mayProve}
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
