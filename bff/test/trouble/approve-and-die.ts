/**
 * Approves an application in a process of its own that dies by SIGKILL on the way: `in time`, between the publisher and
 * its reaction; `late`, where the reaction would run after the commit, as it must not. `node approve-and-die.ts <how> <id>`.
 */
import '../../connections.ts';
import '../../models.ts';
import { reactions } from '../../events.ts';
import { Application } from '../../modules/certificates/model.ts';
import { decideApplication } from '../../modules/certificates/review/decide-application.ts';
import { fingerprintOfShown } from '../../modules/certificates/review/what-was-seen.ts';
import { database } from '../../platform/db/database.ts';

const [, , how, id] = process.argv;
const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  // Until the signal is here.
  for (;;);
};

await database.open();
const table = reactions.answer;
reactions.connect({
  ...table,
  'application.approved':
    how === 'late'
      ? [
          async (_event, t) => {
            t.afterCommit(die);
          },
        ]
      : [async () => die(), ...table['application.approved']],
});
const actor = { kind: 'staff', accountId: 1, sessionId: 1, name: '周敏', address: '', roles: ['reviewer'] } as const;
const application = await Application.findByPk(Number(id), { rejectOnEmpty: true });
await decideApplication({
  actor: { ...actor, roles: ['reviewer'] },
  id: Number(id),
  verdict: { verdict: 'approve', words: {}, seen: fingerprintOfShown(application) },
});
