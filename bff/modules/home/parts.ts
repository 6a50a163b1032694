import type { MemberActor } from '../../actor.ts';
import type { HomePartName, HomeParts, HomeTask } from '../../contract/home/replies.ts';
import { port } from '../../port.ts';

/** Part of the home page → how its module reads it. */
export type PartReaders = { [Name in HomePartName]: (actor: MemberActor) => Promise<HomeParts[Name]> };

/** What a task is made of: whose it is, and the parts that are being read anyway. */
export interface HomeGlance {
  actor: MemberActor;
  part<Name extends HomePartName>(name: Name): Promise<HomeParts[Name]>;
}
/** Something that may be the first thing to do; null: not now. */
export type TaskReader = (glance: HomeGlance) => Promise<HomeTask | null>;

/** Answered by `ports/home-parts.ts`. Of the tasks the first that is there is shown. */
export const homeParts = port<{ parts: PartReaders; tasks: readonly TaskReader[] }>('ports/home-parts.ts');
