import { useDidHide } from '@tarojs/taro';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { SectionReply } from '../../../../bff/contract/profile/replies.ts';
import { Autosave } from './autosave.ts';

/** One section as it is typed and saved, while its page stands. */
export function useAutosave(accountId: number, reply: SectionReply) {
  const [autosave] = useState(() => new Autosave(accountId, reply));
  const now = useSyncExternalStore(autosave.listen, autosave.now, autosave.now);
  useEffect(() => autosave.adopt(reply), [autosave, reply]);
  useEffect(() => () => autosave.leave(true), [autosave]);
  useDidHide(() => autosave.leave(false));
  return { autosave, ...now };
}
