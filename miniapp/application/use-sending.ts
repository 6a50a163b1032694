import { useRef, useState } from 'react';
import type { FieldFaults } from '../../bff/contract/errors.ts';
import type { AttachmentReply } from '../../bff/contract/files/endpoints.ts';
import { ApiError, faultText } from '../api/api-error.ts';
import { showField } from '../platform/page/show-field.ts';
import { newIdempotencyKey } from './draft.ts';

/** What goes with every sending: the files by their ids, and the key by which a repetition is known. */
export interface Sent {
  attachments: string[];
  idempotencyKey: string;
}

/**
 * What a form with files is sent by: one sending at a time, faults under their fields, the first of which is shown, and a
 * key that makes trying again harmless.
 * @param order of the fields on the page
 * @param sentBefore files of what is being mended: they go with it unless they are taken off
 */
export function useSending(order: readonly string[], sentBefore: readonly AttachmentReply[] = []) {
  const [files, setFiles] = useState<AttachmentReply[]>([...sentBefore]);
  const arrived = useRef<AttachmentReply[]>([...sentBefore]);
  const key = useRef(newIdempotencyKey());
  const [faults, setFaults] = useState<FieldFaults>({});
  const [fault, setFault] = useState('');
  const [isBusy, setBusy] = useState(false);
  const clear = () => {
    setFaults({});
    setFault('');
  };
  return {
    faults,
    fault,
    isBusy,
    clear,
    /** The field is being changed: what was said of it no longer holds. */
    mended: (field: string) =>
      setFaults((all) => Object.fromEntries(Object.entries(all).filter(([name]) => name !== field))),
    /** What `AttachmentsField` is given. */
    files: {
      value: files,
      onChange: (next: AttachmentReply[]) => {
        arrived.current = next;
        setFiles(next);
      },
      arrived: () => arrived.current,
      error: faults['attachments'],
    },
    async send(work: (sent: Sent) => Promise<unknown>): Promise<void> {
      if (isBusy) return;
      setBusy(true);
      clear();
      try {
        await work({ attachments: files.map(({ id }) => id), idempotencyKey: key.current });
        // It has arrived: whatever the form sends after it is something else.
        key.current = newIdempotencyKey();
      } catch (thrown) {
        setFault(faultText(thrown));
        if (!(thrown instanceof ApiError)) return;
        const { fields, code } = thrown;
        setFaults(fields);
        const first = order.find((name) => fields[name]);
        if (first) showField(first);
        // What is sent next is another form.
        if (code === 'idempotency_conflict') key.current = newIdempotencyKey();
      } finally {
        setBusy(false);
      }
    },
  };
}
