/**
 * Signs lawyers up for one activity, all at once, in a process of its own; says how many were answered. Several such
 * processes are the servers of one association. `node sign-up-crowd.ts <activity> <group> <actors as JSON>`.
 */
import '../../connections.ts';
import '../../models.ts';
import type { LawyerActor } from '../../actor.ts';
import { signUp } from '../../modules/activities/signing-up/sign-up.ts';
import { randomToken } from '../../platform/crypto/tokens.ts';
import { database } from '../../platform/db/database.ts';

const [, , activity = '', group = '', actors = ''] = process.argv;
await database.open();
const asked = (JSON.parse(actors) as LawyerActor[]).map((actor) => {
  const input = { groupId: Number(group), answers: {}, waits: true, idempotencyKey: randomToken(128) };
  return signUp({ actor, activityId: Number(activity), input });
});
const answers = await Promise.all(asked);
process.stdout.write(`${answers.length}\n`);
process.exit(0);
