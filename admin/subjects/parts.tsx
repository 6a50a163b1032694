import { createContext, lazy, Suspense, useContext, type ComponentType } from 'react';
import type { SubjectKind } from '../../bff/contract/registry/enums.ts';

/** A firm or lawyer, as the parts of its page need it. */
export interface SubjectOfPage {
  kind: SubjectKind;
  id: number;
  name: string;
}
/** Beside the title, above the facts, or below them. */
type Place = 'actions' | 'notices' | 'sections';

/** What a resource shows on the pages of firms and lawyers. */
export interface SubjectPart {
  place: Place;
  Part: ComponentType<SubjectOfPage>;
}

/** Declares a part, loaded with the first page that shows it. */
export function subjectPart(place: Place, load: () => Promise<ComponentType<SubjectOfPage>>): SubjectPart {
  return { place, Part: lazy(async () => ({ default: await load() })) };
}

const Parts = createContext<readonly SubjectPart[]>([]);
/** Hands down what all resources show; App knows them. */
export const SubjectPartsProvider = Parts.Provider;

/** All parts of one place, in the order of the resources. */
export function SubjectParts({ place, subject }: { place: Place; subject: SubjectOfPage }) {
  const parts = useContext(Parts).filter((part) => part.place === place);
  return parts.map(({ Part }, index) => (
    <Suspense key={index}>
      <Part {...subject} />
    </Suspense>
  ));
}
