import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { announcementEndpoints } from '../../../bff/contract/announcements/endpoints.ts';
import { MAX_ANNOUNCEMENT_FILES } from '../../../bff/contract/announcements/limits.ts';
import { ApiFailure, sentenceOf } from '../../providers/failure.ts';
import { upload } from '../../providers/upload.ts';

/** A file by its token, with the name under which it was chosen. */
export interface AttachedFile {
  id: string;
  name: string;
}

/** Attachments, uploaded as they are chosen. antd's form hands value and onChange. */
export function FilesInput({
  value = [],
  onChange,
}: {
  value?: AttachedFile[];
  onChange?(files: AttachedFile[]): void;
}) {
  const chooser = useRef<HTMLInputElement>(null);
  const sending = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const sent: AttachedFile[] = [];
      for (const file of files) sent.push(await upload(announcementEndpoints.uploadAnnouncementFile, {}, file));
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
          sending.mutate([...(target.files ?? [])].slice(0, MAX_ANNOUNCEMENT_FILES - value.length));
          target.value = '';
        }}
      />
      <Button
        loading={sending.isPending}
        disabled={value.length >= MAX_ANNOUNCEMENT_FILES}
        onClick={() => chooser.current?.click()}
      >
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
