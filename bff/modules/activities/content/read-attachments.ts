import type { KeptFile } from '../../../contract/files/replies.ts';
import { ofActivityFile } from '../../../subject.ts';
import { listFilesOf } from '../../files/list-files-of.ts';

/** The attachments of an activity, in the order of uploading; whoever asks has authorised it. */
export async function readAttachments(activityId: number): Promise<KeptFile[]> {
  const { kind } = ofActivityFile(activityId);
  return (await listFilesOf(kind, [activityId])).get(activityId) ?? [];
}
