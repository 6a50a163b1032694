import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { ofActivityFile } from '../../../subject.ts';
import { bindFiles } from '../../files/bind-files.ts';
import { listFiles } from '../../files/list-files.ts';
import { releaseFiles } from '../../files/release-files.ts';

interface Kept {
  actor: StaffActor;
  activityId: number;
  tokens: readonly string[];
  /** The activity that it is a copy of: its attachments may be taken over. */
  copiedFrom: number | null;
}

/** Makes these uploads the attachments of an activity, and no others. Throws `invalid_fields` for what is not there any more. */
export async function keepAttachments({ actor, activityId, tokens, copiedFrom }: Kept, t: Transaction): Promise<void> {
  const owner = ofActivityFile(activityId);
  const before = new Set((await listFiles(owner, t)).map(({ id }) => id));
  const mayReuse = ({ kind, id }: { kind: string; id: number }) =>
    Promise.resolve(kind === owner.kind && id === copiedFrom);
  await bindFiles({ accountId: actor.accountId, owner, tokens, takesDocuments: true, mayReuse }, t);
  // What is taken over is there under a name of its own.
  const kept = (await listFiles(owner, t)).filter(({ id }) => tokens.includes(id) || !before.has(id));
  await releaseFiles({ owner, tokens: kept.map(({ id }) => id) }, t);
}

/** The names of the attachments of an activity, in words; '' where there are none. */
export const attachmentNames = async (activityId: number, t: Transaction): Promise<string> =>
  (await listFiles(ofActivityFile(activityId), t)).map(({ name }) => name).join('、');
