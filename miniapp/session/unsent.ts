import { draftOf } from '../application/drafts/kept-draft.ts';
import { accountStorage } from '../platform/account/account-storage.ts';

/** What is typed in this client and kept on the device until it is sent, by the names under which it is kept. */
const TYPED: readonly { names: RegExp; what: string; isBegun?: (kept: unknown) => boolean }[] = [
  { names: /^(bulk-)?draft$/, what: '申请', isBegun: (kept) => draftOf(kept) !== null },
  { names: /^ticket-draft$/, what: '工单' },
  { names: /^sign-up-/, what: '活动报名表' },
  { names: /^leave-/, what: '请假' },
  { names: /^correction-/, what: '更正申请' },
  { names: /^profile-/, what: '会员信息' },
  { names: /^chat-/, what: '咨询内容' },
];

/**
 * What has been typed on this device and not been sent, in words (`申请、工单`); '' for nothing. Of every account: signing
 * out clears the device of all of them.
 */
export function unsentInWords(): string {
  const kept = accountStorage.all();
  return TYPED.filter(({ names, isBegun }) =>
    kept.some(({ name, value }) => names.test(name) && (isBegun?.(value) ?? true)),
  )
    .map(({ what }) => what)
    .join('、');
}
