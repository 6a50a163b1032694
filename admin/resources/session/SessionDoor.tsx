import { Skeleton } from 'antd';
import type { Presence } from '../../providers/session.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { FirstSecondFactor } from './FirstSecondFactor.tsx';
import { NewPassword } from './NewPassword.tsx';
import { SignIn } from './SignIn.tsx';
import { useState } from 'react';

interface DoorProps {
  presence: Exclude<Presence, { kind: 'present' }>;
  visit: 'first' | 'expired';
}

/** What stands before the pages: 登录, then for a newcomer 设置新密码. */
export function SessionDoor({ presence, visit }: DoorProps) {
  const [temporary, setTemporary] = useState('');
  switch (presence.kind) {
    case 'loading':
      return <Skeleton active className="door" />;
    case 'unreachable':
      return <Failure error={presence.error} onRetry={presence.retry} />;
    case 'absent':
      return <SignIn visit={visit} onSignedIn={setTemporary} />;
    case 'newcomer':
      return <NewPassword current={temporary} />;
    case 'unsecured':
      return <FirstSecondFactor />;
  }
}
