import { timingSafeEqual } from 'node:crypto';
import { literal, Op } from 'sequelize';
import { codeOf } from './link-secrets.ts';
import { ShareLink } from './model.ts';
import { MAX_CODE_TRIES } from './rules.ts';

/**
 * Compares an access code in constant time. A try is taken before it is judged, so that no number of tries at once gets
 * beyond the limit; a right code gives the tries back. `locked`: there was none left.
 */
export async function checkCode(link: ShareLink, given: string): Promise<'right' | 'wrong' | 'locked'> {
  const [taken] = await ShareLink.update(
    { codeTries: literal('code_tries + 1') },
    { where: { id: link.id, codeTries: { [Op.lt]: MAX_CODE_TRIES } } },
  );
  if (taken === 0) return 'locked';
  const expected = Buffer.from(codeOf(link) ?? '');
  const offered = Buffer.alloc(expected.length);
  const bytes = Buffer.from(given);
  bytes.copy(offered);
  const isRight = timingSafeEqual(expected, offered) && bytes.length === expected.length;
  if (!isRight) return 'wrong';
  await ShareLink.update({ codeTries: 0 }, { where: { id: link.id } });
  return 'right';
}
