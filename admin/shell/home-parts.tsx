import { createContext, lazy, Suspense, useContext, type ComponentType } from 'react';
import type { Role } from '../../bff/contract/accounts/enums.ts';
import { useSession } from '../providers/session.tsx';

/** What a resource shows on the 工作台, below what waits: what those who have one of these roles see next. */
export interface HomePart {
  roles: readonly Role[];
  /** What is still to be done stands above what was. */
  place: 'above' | 'below';
  Part: ComponentType;
}

/** Declares a part, loaded with the first home that shows it. */
export function homePart(
  roles: readonly Role[],
  load: () => Promise<ComponentType>,
  place: HomePart['place'] = 'above',
): HomePart {
  return { roles, place, Part: lazy(async () => ({ default: await load() })) };
}

const Parts = createContext<readonly HomePart[]>([]);
/** Hands down what all resources show; App knows them. */
export const HomePartsProvider = Parts.Provider;

/** The parts of the roles of whoever is signed in, in the order of the resources: above, then below. */
export function HomeParts() {
  const { roles } = useSession().account;
  const parts = useContext(Parts).filter((part) => part.roles.some((role) => roles.includes(role)));
  const ordered = [...parts].sort((one, other) => one.place.localeCompare(other.place));
  return ordered.map(({ Part }, index) => (
    <Suspense key={index}>
      <Part />
    </Suspense>
  ));
}
