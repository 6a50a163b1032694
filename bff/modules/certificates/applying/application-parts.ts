import type { PaperProgress } from '../../../contract/papers/replies.ts';
import { port } from '../../../port.ts';

/** What modules above add to the page of an application. */
export interface ApplicationParts {
  /** How far its paper copies have come; null before approval. */
  paper(applicationId: number): Promise<PaperProgress | null>;
}

/** Answered by `application-parts.ts`. */
export const applicationParts = port<ApplicationParts>('application-parts.ts');
