import { useRef, useState } from 'react';
import type { AttachmentReply } from '../../bff/contract/files/endpoints.ts';
import { ApiError, faultText } from '../api/api-error.ts';
import { upload } from '../api/upload.ts';
import { chooseProofs } from '../platform/files/choose-proofs.ts';
import type { LocalFile } from '../platform/signatures.ts';
import { useDraft } from './draft.ts';
import { shownSize } from './attaching/shown-size.ts';
import { PROOFS, type Takes } from './attaching/takes.ts';

/** A file that is on its way, or failed to arrive. */
export interface Sending {
  key: number;
  file: LocalFile;
  /** 0–1. */
  share: number;
  fault: string;
  /** Nothing changes by sending it again. */
  isHopeless: boolean;
}

/** What has arrived for the application in the draft. */
const ofDraft = () => useDraft.getState().draft.values.attachments;

/**
 * Uploads one after the other; what has arrived is handed on at once, what failed can be sent again. `arrived` says what
 * has: others may have come since this was drawn.
 */
export function useAttachments(onChange: (files: AttachmentReply[]) => void, arrived = ofDraft, takes: Takes = PROOFS) {
  const [sending, setSending] = useState<Sending[]>([]);
  const serial = useRef(0);
  const change = (key: number, patch: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...patch } : one)));
  const drop = (key: number) => setSending((all) => all.filter((one) => one.key !== key));

  const send = async ({ key, file }: Sending) => {
    change(key, { share: 0, fault: '' });
    try {
      const reply = await upload(takes.path, file, (share) => change(key, { share }));
      drop(key);
      onChange([...arrived(), reply]);
    } catch (fault) {
      change(key, { fault: reasonOf(fault), isHopeless: fault instanceof ApiError && 'file' in fault.fields });
    }
  };

  // What can never arrive takes nobody's place.
  const room = () => takes.max - arrived().length - sending.filter(({ isHopeless }) => !isHopeless).length;

  return {
    sending,
    room,
    retry: (one: Sending) => void send(one),
    drop,
    remove: (id: string) => onChange(arrived().filter((file) => file.id !== id)),
    add: async () => {
      const files = await chooseProofs(room(), takes.endings);
      const added = files.slice(0, room()).map((file) => newSending(++serial.current, file, takes));
      setSending((all) => [...all, ...added]);
      for (const one of added) if (!one.fault) await send(one);
    },
  };
}

function newSending(key: number, file: LocalFile, { maxBytes }: Takes): Sending {
  const isHopeless = file.size > maxBytes;
  return { key, file, share: 0, fault: isHopeless ? tooLarge(file.size, maxBytes) : '', isHopeless };
}

/** What the server says of the file itself, where it does. */
const reasonOf = (fault: unknown) => (fault instanceof ApiError ? fault.fields['file'] : undefined) ?? faultText(fault);

const tooLarge = (size: number, maxBytes: number) =>
  `单个附件不能超过 ${maxBytes / 1024 / 1024} MB（当前 ${shownSize(size)}），请压缩或拆分后再上传`;
