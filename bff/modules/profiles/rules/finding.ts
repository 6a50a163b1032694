import type { Row } from '../../../contract/form-reading/fields.ts';
import type { DocumentKind } from '../../../contract/profile-fields/policy.ts';
import type { Values } from '../../../contract/forms/language.ts';

/** What rules of a section look at: its rows as they would be submitted, and what stands beside them. */
export interface RuleInput {
  rows: readonly Row[];
  /** The values of 基本信息 and of the registry. */
  values: Values;
  birthOn: string | null;
  today: string;
  /** Of all sections: what fills a life, and when it began to be asked for; absent where a section is judged alone. */
  life?: Life;
  /** Kinds of 证明材料 that are demanded. */
  documents: readonly DocumentKind[];
}

/** Times of study, of work, and in firms, both days included; `untilOn` null: until now. */
export interface Life {
  spans: readonly { fromOn: string; untilOn: string | null }[];
  /** The day of the first diploma; null: none is known. */
  firstDiplomaOn: string | null;
}

/** A fault stops; a doubt (存疑) is advice to the member and a finding for whoever reviews. A machine never rejects. */
export interface Finding {
  kind: 'fault' | 'doubt';
  /** `row.field`, or `_` of the whole section. */
  at: string;
  words: string;
}
export type Rule = (input: RuleInput) => Finding[];

export const fault = (at: string, words: string): Finding => ({ kind: 'fault', at, words });
export const doubt = (at: string, words: string): Finding => ({ kind: 'doubt', at, words });

/** A value that is text; '' for anything else. */
export const textOf = (values: Values, key: string): string => {
  const value = values[key];
  return typeof value === 'string' ? value : '';
};
/** A value that is a list of codes. */
export const codesOf = (values: Values, key: string): readonly string[] => {
  const value = values[key];
  return Array.isArray(value) ? (value as readonly string[]) : [];
};
