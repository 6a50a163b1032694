/** What a ticket may be about besides its words: an object of the member, kept as a link (desk.md, New ticket). */
export const TIE_KINDS = {
  application: '证明申请',
  activity: '活动',
  claim: '校外学时',
  payment: '订单',
  section: '信息补全',
  photo: '证件照片',
  ticket: '原工单',
} as const;
export type TieKind = keyof typeof TIE_KINDS;

/** The object as the member's client names it: the key of a section, of anything else its id. */
export interface Tie {
  kind: TieKind;
  key: string;
}

/** The same, with what it was called when the ticket was opened. */
export interface Tied extends Tie {
  name: string;
}
