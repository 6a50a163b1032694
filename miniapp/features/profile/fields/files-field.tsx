import { useRef } from 'react';
import type { AttachmentReply } from '../../../../bff/contract/files/endpoints.ts';
import { AttachmentsField } from '../../../application/attachments-field.tsx';
import { PROOFS } from '../../../application/attaching/takes.ts';
import type { FieldFrameProps } from '../../../ui/fields/field.tsx';

/** Uploaded files of a field: the form keeps their tokens. */
export function FilesField({
  frame,
  max,
  tokens,
  known,
  onChange,
  onUploaded,
}: {
  frame: Omit<FieldFrameProps, 'children'>;
  max: number;
  tokens: readonly string[];
  known: readonly AttachmentReply[];
  onChange: (tokens: readonly string[]) => void;
  onUploaded: (file: AttachmentReply) => void;
}) {
  // Several arrive one after the other before this is drawn anew.
  const arrived = useRef<AttachmentReply[]>([]);
  arrived.current = tokens.map((id) => known.find((file) => file.id === id) ?? unnamed(id));
  const change = (files: AttachmentReply[]) => {
    arrived.current = files;
    for (const file of files) if (!known.some(({ id }) => id === file.id)) onUploaded(file);
    onChange(files.map(({ id }) => id));
  };
  return (
    <AttachmentsField
      id={frame.id}
      value={arrived.current}
      arrived={() => arrived.current}
      onChange={change}
      label={frame.label}
      proves={typeof frame.hint === 'string' ? frame.hint : '照片或扫描件，文字清晰'}
      required={frame.required ?? false}
      error={frame.error}
      takes={{ ...PROOFS, max }}
    />
  );
}

/** A file that was typed in elsewhere a moment ago: its name comes with the next answer. */
const unnamed = (id: string): AttachmentReply => ({ id, name: '已上传的文件', kind: 'pdf', size: 0 });
