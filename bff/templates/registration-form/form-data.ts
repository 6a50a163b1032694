/** What 《律师基本信息登记表》 says; every value is printed as it stands. */

/** A label and its value in the grid of 基本情况; `span`: columns of the value. */
export interface FormCell {
  label: string;
  value: string;
  span: number;
  /** Columns of the label, one unless said otherwise. */
  labelSpan?: number;
}

/** A list of the form, in twelve columns. */
export interface FormList {
  label: string;
  columns: readonly { label: string; width: number }[];
  rows: readonly (readonly string[])[];
  /** Below the rows: totals, or why nothing is printed. */
  note: string;
}

export interface RegistrationFormData {
  association: string;
  number: string;
  firm: string;
  /** 2026年11月29日, the day on which the association approved. */
  filledOn: string;
  /** The portrait as JPEG in base64; null: none. */
  photo: string | null;
  /** Ten columns beside the portrait, then twelve below it. */
  beside: readonly (readonly FormCell[])[];
  below: readonly (readonly FormCell[])[];
  lists: readonly FormList[];
  /** What the lawyer has confirmed, and when. */
  promise: { words: string; on: string };
  review: { words: string; on: string };
  /** 本人联, with what only the lawyer's own copy holds; '' on the usual one. */
  copy: string;
  /** Its page for strangers, and 核验码. */
  verification: { url: string; code: string };
  /** Words where the seal would stand (Signer.unsealed); null: the seal is drawn there. */
  unsealed: string | null;
  /** Words over a form that proves nothing. */
  testNotice: string | null;
}
