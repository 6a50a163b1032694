import type { Timelines } from '../../contract/timeline/enums.ts';
import type { SubjectRef } from '../../subject.ts';
import type { Message } from './model.ts';

/** What a message tells about; null: nothing that has a timeline. */
export function subjectOf({ subjectKind, subjectId }: Message): SubjectRef<keyof Timelines> | null {
  return subjectKind && subjectId ? { kind: subjectKind, id: subjectId } : null;
}
