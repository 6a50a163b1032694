/**
 * Submits a profile or decides it in a process of its own that dies by SIGKILL before its n-th statement; `commit-n`: what was
 * done until then is committed first, as it must not be. Says how many statements there were where it lives.
 * `node profile-and-die.ts <submit | pass | reject> <n | commit-n> <lawyer> <account>`.
 */
import '../../connections.ts';
import '../../models.ts';
import { Profile, ProfileSnapshot } from '../../modules/profiles/model.ts';
import { decideProfile } from '../../modules/profiles/review/decide-profile.ts';
import { submittedSections } from '../../modules/profiles/submitting/changes.ts';
import { submitProfile } from '../../modules/profiles/submitting/submit-profile.ts';
import { database } from '../../platform/db/database.ts';
import type { Transaction } from 'sequelize';

const [, , act = '', when = '', lawyer = '', account = ''] = process.argv;
const [place, commits] = [Number(when.replace('commit-', '')), when.startsWith('commit-')];
const lawyerId = Number(lawyer);
const someone = { accountId: Number(account), name: '林知远', address: '' };

await database.open();
const work = act === 'submit' ? submit : await deciding();
let statements = 0;
database.sequelize.addHook('beforeQuery', async ({ transaction }: { transaction?: Transaction | null }) => {
  statements += 1;
  if (statements !== place) return;
  if (commits) await transaction?.commit();
  process.kill(process.pid, 'SIGKILL');
  // Until the signal is here.
  for (;;);
});
await work();
process.stdout.write(`${statements}\n`);
process.exit(0);

function submit(): Promise<void> {
  return submitProfile({ actor: { kind: 'lawyer', lawyerId, ...someone }, idempotencyKey: 'k'.repeat(32) });
}

/** What was submitted is read before the statements are counted, as a reviewer has it on the screen. */
async function deciding(): Promise<() => Promise<void>> {
  const { id, snapshotId } = await Profile.findOne({ where: { lawyerId }, rejectOnEmpty: true });
  const snapshot = await ProfileSnapshot.findByPk(snapshotId ?? 0, { rejectOnEmpty: true });
  const decisions = submittedSections(snapshot).map((section) =>
    act === 'reject' && section === 'education'
      ? { section, verdict: 'reject' as const, opinion: '请上传毕业证书' }
      : { section, verdict: 'pass' as const, opinion: '' },
  );
  const registrar = { kind: 'staff' as const, ...someone, name: '周敏', roles: ['registrar' as const] };
  return () => decideProfile({ actor: registrar, id, input: { snapshotId: snapshot.id, decisions } });
}
