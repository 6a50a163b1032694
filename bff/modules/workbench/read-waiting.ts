import type { WaitingReply } from '../../contract/operations/endpoints.ts';
import type { StaffActor } from '../../actor.ts';
import { countRows, QUEUES, queuesOf } from './queues.ts';

/** How much waits of each thing that the actor's roles may work on, up to WAITING_CAP. */
export async function readWaiting({ actor }: { actor: StaffActor }): Promise<WaitingReply> {
  const keys = queuesOf(actor);
  const counts = await Promise.all(keys.map((key) => countRows(QUEUES[key].rows, QUEUES[key].values?.(actor) ?? [])));
  return Object.fromEntries(keys.map((key, index) => [key, counts[index] ?? 0]));
}
