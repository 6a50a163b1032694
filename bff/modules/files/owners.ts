import type { Actor } from '../../actor.ts';
import { port } from '../../port.ts';

/** What may own files. */
export interface Owner {
  /** Returns where the actor may see the owner and what is attached to it; throws `not_found` otherwise. */
  expectVisible(actor: Actor, id: number): Promise<void>;
}

/** Kind of owner → who may see what it owns; answered by `owners.ts`. */
export const owners = port<Readonly<Record<string, Owner>>>('owners.ts');
