import { useState } from 'react';
import { toIso } from '../../../bff/contract/dates.ts';
import { isShown } from '../../../bff/contract/files/enums.ts';
import { profileEndpoints } from '../../../bff/contract/profile/endpoints.ts';
import type { AttachmentReply } from '../../../bff/contract/files/replies.ts';
import { addressOf, call } from '../../providers/call.ts';
import { FileLink } from '../../ui/FileLink.tsx';
import { MarkedFile } from '../../ui/files/MarkedFile.tsx';
import { IdentityFile } from './IdentityFile.tsx';

/**
 * While a reviewer goes back and forth between rows, a file is not asked for again: the member reads of each time it is.
 */
const KEPT_MS = 10 * 60_000;

/** The files of one row, one in view at a time, under the name of whoever looks. */
export function FilePane({
  profileId,
  files: known,
  tokens,
  title,
  isIdentity,
}: {
  profileId: number;
  /** The files of the whole profile. */
  files: readonly AttachmentReply[];
  tokens: readonly string[];
  title: string;
  /** The row is an identity document: each file asks for a reason of its own. */
  isIdentity: boolean;
}) {
  const files = known.filter(({ id }) => tokens.includes(id));
  const [chosen, setChosen] = useState<string | null>(null);
  const [openedAt] = useState(() => toIso(Date.now()));
  const file = files.find(({ id }) => id === chosen) ?? files[0];
  const input = (id: string) => ({ params: { id: String(profileId), file: id } });
  return (
    <aside className="sheet padded profile-files" aria-label="证明文件">
      <h2>证明文件</h2>
      {!file && <p className="quiet">选中左边的一条记录，这里显示它的证明文件；每次打开都会记录，本人可以看到</p>}
      {file && <p className="quiet">{title}</p>}
      {files.length > 1 && (
        <div className="row" role="group" aria-label="选择文件">
          {files.map((one, index) => (
            <button
              key={one.id}
              type="button"
              className="link-button"
              aria-pressed={one.id === file?.id}
              onClick={() => setChosen(one.id)}
            >
              {index + 1}. {one.name}
            </button>
          ))}
        </div>
      )}
      {file && isIdentity && <IdentityFile key={file.id} profileId={profileId} file={file} />}
      {file &&
        !isIdentity &&
        (isShown(file.kind) ? (
          <MarkedFile
            key={file.id}
            file={file}
            cacheKey={['profile-file', profileId, file.id]}
            openedAt={openedAt}
            purpose="仅供会员登记"
            keptFor={KEPT_MS}
            load={(signal) => call(profileEndpoints.showProfileFile, input(file.id), signal)}
          />
        ) : (
          <FileLink file={file} address={addressOf(profileEndpoints.showProfileFile, input(file.id))} />
        ))}
    </aside>
  );
}
