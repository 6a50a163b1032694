import { FILE_STATES, isDelivered } from '../../../bff/contract/files/enums.ts';
import type { KeptFile } from '../../../bff/contract/files/replies.ts';
import { FileLink } from '../FileLink.tsx';

/** What staff attached to a text, to be opened; nothing where nothing is attached. */
export function AttachmentList({ files, addressOf }: { files: readonly KeptFile[]; addressOf(token: string): string }) {
  if (files.length === 0) return null;
  return (
    <>
      <h3>附件</h3>
      <ul className="plain">
        {files.map((file) => (
          <li key={file.id}>
            {isDelivered(file.state) ? (
              <FileLink file={file} address={addressOf(file.id)} />
            ) : (
              `${file.name}（${FILE_STATES[file.state]}）`
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
