/**
 * Puts a change of a profile into effect in a process of its own that dies by SIGKILL before its n-th statement, or, in two
 * transactions as it must not be done, between both. Says how many statements there were where it lives.
 * `node decide-change-and-die.ts <n | apart> <change>`.
 */
import '../../connections.ts';
import '../../models.ts';
import { applySection } from '../../modules/profiles/changes/apply-section.ts';
import { decideChange } from '../../modules/profiles/changes/decide-change.ts';
import { readInForce } from '../../modules/profiles/changes/in-force.ts';
import { loadChange } from '../../modules/profiles/changes/load-change.ts';
import { wantedOf } from '../../modules/profiles/facts/stored.ts';
import { database, transaction } from '../../platform/db/database.ts';

const [, , when = '', change = ''] = process.argv;
const id = Number(change);
const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  // Until the signal is here.
  for (;;);
};

await database.open();
const actor = { kind: 'staff', accountId: 1, sessionId: 1, name: '周敏', address: '', roles: ['registrar'] } as const;
const registrar = { ...actor, roles: [...actor.roles] };
if (when === 'apart') {
  await transaction(async (t) => {
    const { change: asked, profile } = await loadChange(registrar, id, t);
    const inForce = await readInForce(profile, t);
    const data = { rows: wantedOf(asked), saidNone: false };
    await applySection({ actor: registrar, profile, inForce, key: asked.section, data, changeId: id }, t);
  });
  die();
}
let statements = 0;
database.sequelize.addHook('beforeQuery', () => {
  statements += 1;
  if (statements === Number(when)) die();
});
await decideChange({ actor: registrar, id, input: { version: 1, verdict: 'pass', opinion: '', resolved: {} } });
process.stdout.write(`${statements}\n`);
process.exit(0);
