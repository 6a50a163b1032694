import type { Transaction } from 'sequelize';
import type { PaperProgress } from '../../../contract/papers/replies.ts';
import { port } from '../../../port.ts';

/** What modules above add to the page of an application, and to what its member is told. */
export interface ApplicationParts {
  /** How far its paper copies have come; null before approval. */
  paper(applicationId: number): Promise<PaperProgress | null>;
  /** What is to be paid for them; null: nothing. */
  owed(applicationId: number, t: Transaction): Promise<OwedPaper | null>;
}

export interface OwedPaper {
  totalFen: number;
  /** Paid with the others of a bulk order, in one sum. */
  isBulk: boolean;
  /** Last day on which it can be paid for, yyyy-MM-dd; null: there is no end. */
  payUntilOn: string | null;
}

/** Answered by `application-parts.ts`. */
export const applicationParts = port<ApplicationParts>('application-parts.ts');
