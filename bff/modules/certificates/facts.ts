import type { SubjectKind } from '../../contract/enums.ts';
import type { FirmStanding, LawyerStanding } from '../registry/standing.ts';

/** What automatic review looks at and letters print; read by `read-facts.ts`, judged by `rules.ts`. */
export interface ReviewFacts {
  /** yyyy-MM-dd in Asia/Shanghai. */
  today: string;
  /** Instant at which the facts were read, epoch ms. */
  readAt: number;
  since: string | null;
  firm: FirmStanding | null;
  lawyers: LawyerStanding[];
  /** Characters of printed fields that the letter's fonts lack, by subject. */
  unprintable: { subject: Subject; characters: string[] }[];
}
export interface Subject {
  kind: SubjectKind;
  id: number;
  name: string;
}
