import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import type { Endpoint } from '../../../bff/contract/endpoint.ts';
import type { AttachmentReply } from '../../../bff/contract/files/replies.ts';
import { ApiFailure, sentenceOf } from '../../providers/failure.ts';
import { upload } from '../../providers/upload.ts';

/** A file by its token, with the name under which it was chosen. */
export interface AttachedFile {
  id: string;
  name: string;
}

/** Documents that are attached, uploaded as they are chosen, `max` at most. antd's form hands value and onChange. */
export function FilesInput({
  endpoint,
  max,
  value = [],
  onChange,
}: {
  endpoint: Endpoint<{ body: object; reply: AttachmentReply }>;
  max: number;
  value?: AttachedFile[];
  onChange?(files: AttachedFile[]): void;
}) {
  const chooser = useRef<HTMLInputElement>(null);
  const sending = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const sent: AttachedFile[] = [];
      for (const file of files) sent.push(await upload(endpoint, {}, file));
      return sent;
    },
    onSuccess: (sent) => onChange?.([...value, ...sent.map(({ id, name }) => ({ id, name }))]),
  });
  const { error } = sending;
  const fault = error instanceof ApiFailure ? error.fields['file'] : undefined;
  return (
    <div>
      <ul className="plain">
        {value.map(({ id, name }) => (
          <li key={id} className="row">
            {name}
            <Button
              type="text"
              danger
              aria-label={`移除${name}`}
              onClick={() => onChange?.(value.filter((file) => file.id !== id))}
            >
              移除
            </Button>
          </li>
        ))}
      </ul>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.wps,.et"
        aria-label="选择附件"
        onChange={({ target }) => {
          sending.mutate([...(target.files ?? [])].slice(0, max - value.length));
          target.value = '';
        }}
      />
      <Button loading={sending.isPending} disabled={value.length >= max} onClick={() => chooser.current?.click()}>
        添加附件
      </Button>
      {error && (
        <p role="alert" className="fault">
          {fault ?? sentenceOf(error)}
        </p>
      )}
    </div>
  );
}
