import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { activityEndpoints } from '../../../../bff/contract/activities/endpoints.ts';
import type { AttachmentReply } from '../../../../bff/contract/files/replies.ts';
import { ApiFailure, sentenceOf } from '../../../providers/failure.ts';
import { upload } from '../../../providers/upload.ts';

/** The poster, uploaded as it is chosen; another one takes its place. antd's form hands value and onChange. */
export function PosterInput({
  value = null,
  onChange,
}: {
  value?: AttachmentReply | null;
  onChange?(file: AttachmentReply | null): void;
}) {
  const chooser = useRef<HTMLInputElement>(null);
  const sending = useMutation({
    mutationFn: (file: File) => upload(activityEndpoints.uploadActivityPoster, {}, file),
    onSuccess: (sent) => onChange?.(sent),
  });
  const { error } = sending;
  const fault = error instanceof ApiFailure ? error.fields['file'] : undefined;
  return (
    <div>
      {value && (
        <p className="row">
          {value.name}
          <Button type="text" danger aria-label={`移除${value.name}`} onClick={() => onChange?.(null)}>
            移除
          </Button>
        </p>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".jpg,.jpeg,.png"
        aria-label="选择海报"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) sending.mutate(file);
          target.value = '';
        }}
      />
      <Button loading={sending.isPending} onClick={() => chooser.current?.click()}>
        {value ? '更换海报' : '上传海报'}
      </Button>
      {error && (
        <p role="alert" className="fault">
          {fault ?? sentenceOf(error)}
        </p>
      )}
    </div>
  );
}
