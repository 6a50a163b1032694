import type { Session } from '../accounts/model.ts';
import type { MemberActor } from '../../actor.ts';
import type { DeviceSession } from '../../contract/accounts/endpoints.ts';

/** A session as its owner sees it in the list of devices. */
export function presentDevice(session: Session, actor: MemberActor): DeviceSession {
  return {
    id: session.id,
    device: session.device,
    address: session.address,
    createdAt: new Date(session.createdAt).toISOString(),
    lastSeenAt: new Date(session.lastSeenAt).toISOString(),
    isCurrent: session.id === actor.sessionId,
  };
}
