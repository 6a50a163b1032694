import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { ofActivity } from '../../../subject.ts';
import { bindFiles } from '../../files/bind-files.ts';
import { listFiles } from '../../files/list-files.ts';
import { releaseFiles } from '../../files/release-files.ts';

/**
 * Makes an upload the poster of an activity, in place of an earlier one; null: it has none. Of the activity that it is a copy
 * of, the poster may be taken over. Throws `invalid_fields` for what is no picture, or not there any more.
 */
export async function keepPoster(
  kept: { actor: StaffActor; activityId: number; poster: string | null; copiedFrom: number | null },
  t: Transaction,
): Promise<void> {
  const { actor, activityId, poster, copiedFrom } = kept;
  const owner = ofActivity(activityId);
  const tokens = poster === null ? [] : [poster];
  const before = new Set((await listFiles(owner, t)).map(({ id }) => id));
  const mayReuse = ({ kind, id }: { kind: string; id: number }) =>
    Promise.resolve(kind === owner.kind && id === copiedFrom);
  await bindFiles({ accountId: actor.accountId, owner, tokens, mayReuse }, t);
  // What is taken over is there under a name of its own.
  const now = await listFiles(owner, t);
  const fresh = now.filter(({ id }) => !before.has(id) || id === poster);
  if (fresh.some(({ kind }) => kind === 'pdf')) {
    throw new AppError('invalid_fields', { fields: { poster: '海报只能上传 JPG 或 PNG 图片' } });
  }
  await releaseFiles({ owner, tokens: fresh.map(({ id }) => id) }, t);
}
