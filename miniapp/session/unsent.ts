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
  { names: /^hours-claim/, what: '学时申报' },
];
/** Kept, and typed by nobody: a code for a door without network, and where an application began. */
const NOT_TYPED = /^activity-code:|^draft-origin$/;

/**
 * What has been typed on this device and not been sent, in words (`申请、工单`); '' for nothing. Of every account: signing
 * out clears the device of all of them.
 */
export function unsentInWords(): string {
  const kept = accountStorage.all().filter(({ name }) => !NOT_TYPED.test(name));
  const known = TYPED.filter(({ names, isBegun }) =>
    kept.some(({ name, value }) => names.test(name) && (isBegun?.(value) ?? true)),
  ).map(({ what }) => what);
  // What a later form keeps is asked about as well, before anybody has given it a name here.
  const isOther = kept.some(({ name }) => !TYPED.some(({ names }) => names.test(name)));
  return [...known, ...(isOther ? ['其他内容'] : [])].join('、');
}
