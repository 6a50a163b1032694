import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { toIso } from '../../../bff/contract/dates.ts';
import type { AttachmentReply } from '../../../bff/contract/files/replies.ts';
import { profileEndpoints } from '../../../bff/contract/profile/endpoints.ts';
import { MAX_REASON } from '../../../bff/contract/profile/enums.ts';
import { call } from '../../providers/call.ts';
import { MarkedFile } from '../../ui/files/MarkedFile.tsx';
import { OneFieldForm } from '../../ui/form/OneFieldForm.tsx';

/** An identity document: opened one at a time, for a reason that its owner reads, and gone with the page. */
export function IdentityFile({ profileId, file }: { profileId: number; file: AttachmentReply }) {
  const [isAsking, setAsking] = useState(false);
  const opening = useMutation({
    mutationFn: async (reason: string) => {
      const input = { params: { id: String(profileId), file: file.id }, body: { reason } };
      return { bytes: await call(profileEndpoints.openProfileIdentity, input), at: toIso(Date.now()) };
    },
  });
  const { data } = opening;
  if (data) {
    return (
      <MarkedFile
        file={file}
        cacheKey={['profile-identity', profileId, file.id, data.at]}
        openedAt={data.at}
        purpose="仅供会员登记"
        load={async () => data.bytes}
      />
    );
  }
  return (
    <>
      <p className="quiet">{`${file.name}是身份证件，须写明查看事由；事由和打开的时间本人可以看到。`}</p>
      {isAsking ? (
        <OneFieldForm
          title="打开身份证件"
          label="查看事由"
          placeholder="例如：核对证件号码是否换发"
          maxLength={MAX_REASON}
          field="reason"
          act={opening}
          submitLabel="打开"
          onClose={() => setAsking(false)}
        />
      ) : (
        <Button onClick={() => setAsking(true)}>写明事由后打开</Button>
      )}
    </>
  );
}
