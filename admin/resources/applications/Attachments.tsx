import type { StaffApplicationDetail } from '../../../bff/contract/certificates/endpoints.ts';
import { fileEndpoints, type AttachmentReply } from '../../../bff/contract/files/endpoints.ts';
import { addressOf, call } from '../../providers/call.ts';
import { AttachedFiles } from '../../ui/AttachedFiles.tsx';

/** What the application was submitted with, beside the letter. */
export function Attachments({ application: { id, attachments } }: { application: StaffApplicationDetail }) {
  const input = (file: AttachmentReply) => ({ params: { id: String(id), file: file.id } });
  return (
    <AttachedFiles
      files={attachments}
      addressOf={(file) => addressOf(fileEndpoints.showStaffAttachment, input(file))}
      load={(file, signal) => call(fileEndpoints.showStaffAttachment, input(file), signal)}
    />
  );
}
