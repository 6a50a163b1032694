import type { MemberActor } from '../../../actor.ts';
import type { Tie, TieKind } from '../../../contract/tickets/ties.ts';
import { AppError } from '../../../errors.ts';
import { port } from '../../../port.ts';

/** An object as a ticket keeps it: what it is called today, and what staff open; null where there is nothing to open. */
export interface TiedObject {
  name: string;
  id: number | null;
}

/** Kind → finds an object for a member who may see it, and throws `not_found` otherwise; answered by `ports/tied-objects.ts`. */
export const tiedObjects =
  port<Record<TieKind, (actor: MemberActor, key: string) => Promise<TiedObject>>>('ports/tied-objects.ts');

/** Columns of a ticket that name what it is about. */
export interface TiedColumns {
  tiedKind: TieKind | null;
  tiedKey: string | null;
  tiedId: number | null;
  tiedName: string;
}
export const UNTIED: TiedColumns = { tiedKind: null, tiedKey: null, tiedId: null, tiedName: '' };

const MAX_NAME = 200;

/**
 * What a member's ticket is about, as it is kept. Throws `invalid_fields` for another member's object in the same words as
 * for one that does not exist.
 */
export async function findTied(actor: MemberActor, tie: Tie | undefined): Promise<TiedColumns> {
  if (tie === undefined) return UNTIED;
  const { kind, key } = tie;
  try {
    const { name, id } = await tiedObjects.answer[kind](actor, key);
    return { tiedKind: kind, tiedKey: key, tiedId: id, tiedName: [...name].slice(0, MAX_NAME).join('') };
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'not_found')) throw error;
    throw new AppError('invalid_fields', { fields: { tied: '没有找到相关事项，请从原页面重新进入' } });
  }
}
