import { toIso } from '../../contract/dates.ts';
import type { Session } from '../accounts/model.ts';
import type { InSession, MemberActor } from '../../actor.ts';
import type { DeviceSession } from '../../contract/accounts/endpoints.ts';

/** A session as its owner sees it in the list of devices. */
export function presentDevice(session: Session, actor: MemberActor & InSession): DeviceSession {
  return {
    id: session.id,
    device: session.device,
    address: session.address,
    createdAt: toIso(session.createdAt),
    lastSeenAt: toIso(session.lastSeenAt),
    isCurrent: session.id === actor.sessionId,
  };
}
