import { PROFILE_TABLES } from '../profile/tables/tables.ts';

/** What the office asks of profiles beside their single fields. Pure. */

const { known } = PROFILE_TABLES.documentKind;
export type DocumentKind = keyof typeof known;

/** Kinds of 证明材料 that may be demanded: identity documents (P4) never are, and 其他 is anything. */
export const DEMANDABLE = (Object.keys(known) as DocumentKind[]).filter(
  (kind) => kind !== 'identity' && kind !== 'other',
);

export interface ProfilePolicy {
  /** Kinds of 证明材料 that every profile has. */
  documents: DocumentKind[];
  /** What 社会公益 of one year is measured by: so many hours, or so many cases of legal aid; 0: by nothing. */
  serviceHours: number;
  serviceCases: number;
  /** A submission passes by itself in which nothing is doubtful, and nothing differs that would be reviewed. */
  passesByItself: boolean;
}

/** As it is shipped; hours and cases as the ministry's appeal of 2019 has them. */
export const SHIPPED_POLICY: ProfilePolicy = {
  documents: ['licence'],
  serviceHours: 50,
  serviceCases: 2,
  passesByItself: false,
};

export const MAX_SERVICE_HOURS = 999;
export const MAX_SERVICE_CASES = 99;

/** What a kind of document is called where it is asked for. */
export const documentWords = (kind: DocumentKind): string =>
  kind === 'licence' ? `${known[kind]}（首页和年度考核页）` : known[kind];
