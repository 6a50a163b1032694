import type { LawyerActor } from '../../actor.ts';
import { openMemberAccounts } from '../../modules/accounts/member-account.ts';
import { Account } from '../../modules/accounts/model.ts';
import { encryptIdentity } from '../../modules/registry/facts/identity.ts';
import { Lawyer, LawyerFirmPeriod } from '../../modules/registry/model.ts';
import { toNameKey } from '../../modules/registry/facts/search-names.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { lawyerData } from './registry.ts';

/** Many lawyers of one firm with their accounts, in a few statements; answers them as actors. */
export async function makeManyLawyers(firmId: number, count: number): Promise<LawyerActor[]> {
  const inputs = Array.from({ length: count }, () => lawyerData({ firmId }));
  const now = clock.now();
  return transaction(async (t) => {
    await Lawyer.bulkCreate(
      inputs.map(({ identityNumber = '', firmSinceOn: _since, ...input }) => ({
        ...input,
        ...encryptIdentity(identityNumber),
        nameKey: toNameKey(input.name, 'lawyer'),
        version: 1,
        createdAt: now,
        updatedAt: now,
      })),
      { transaction: t },
    );
    const numbers = inputs.map(({ licenceNo }) => licenceNo);
    const lawyers = await Lawyer.findAll({ where: { licenceNo: numbers }, transaction: t });
    await LawyerFirmPeriod.bulkCreate(
      lawyers.map(({ id, joinedOn }) => ({
        lawyerId: id,
        firmId,
        outsideFirmName: '',
        fromOn: joinedOn,
        untilOn: null,
      })),
      { transaction: t },
    );
    await openMemberAccounts(
      lawyers.map(({ id, name, licenceNo }) => ({
        firmId: null,
        lawyerId: id,
        name,
        licenceNo,
        uscc: null,
        isClosed: false,
      })),
      t,
    );
    const accounts = await Account.findAll({ where: { lawyerId: lawyers.map(({ id }) => id) }, transaction: t });
    return accounts.map(({ id, name, lawyerId }) => ({
      kind: 'lawyer' as const,
      accountId: id,
      name,
      address: '127.0.0.1',
      lawyerId: lawyerId ?? 0,
    }));
  });
}
