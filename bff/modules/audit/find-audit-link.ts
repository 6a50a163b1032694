import { AuditEntry } from './model.ts';

/** Whether the chain still passes through a place that was noted elsewhere (the server's log): its number and hash. */
export async function passesThrough(noted: { length: number; hash: string }): Promise<boolean> {
  const entry = await AuditEntry.findOne({ where: { chainNo: noted.length } });
  return entry?.hash === noted.hash;
}
