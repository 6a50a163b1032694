/**
 * Adopts what a ticket asks of the registry in a process of its own that dies by SIGKILL before its n-th statement, or, in
 * two transactions as it must not be done, between both. Says how many statements there were where it lives.
 * `node adopt-and-die.ts <n | apart> <ticket> <decision>`.
 */
import '../../connections.ts';
import '../../models.ts';
import type { FieldChangeDecision } from '../../contract/field-changes/schemas.ts';
import { decideCorrection } from '../../modules/registry/corrections/decide-correction.ts';
import { decideFieldChange } from '../../modules/tickets/field-changes/decide-field-change.ts';
import { loadUndecided } from '../../modules/tickets/field-changes/end-field-change.ts';
import { database, transaction } from '../../platform/db/database.ts';

const [, , when = '', ticket = '', words = ''] = process.argv;
const id = Number(ticket);
const decision = JSON.parse(words) as Extract<FieldChangeDecision, { verdict: 'adopt' }>;
const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  // Until the signal is here.
  for (;;);
};

await database.open();
const actor = { kind: 'staff', accountId: 1, sessionId: 1, name: '周敏', address: '', roles: ['registrar'] } as const;
const registrar = { ...actor, roles: [...actor.roles] };
if (when === 'apart') {
  const { version, subjectVersion } = decision;
  const adopted = { verdict: 'adopt', subjectVersion, identity: null } as const;
  await transaction(async (t) => {
    const { request } = await loadUndecided({ actor: registrar, id, version }, t);
    await decideCorrection({ actor: registrar, request, decision: adopted, ground: '' }, t);
  });
  die();
}
let statements = 0;
database.sequelize.addHook('beforeQuery', () => {
  statements += 1;
  if (statements === Number(when)) die();
});
await decideFieldChange({ actor: registrar, id, decision });
process.stdout.write(`${statements}\n`);
process.exit(0);
