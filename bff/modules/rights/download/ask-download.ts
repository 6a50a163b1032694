import { Op, type Transaction } from 'sequelize';
import type { InSession, LawyerActor, MemberActor } from '../../../actor.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { DOWNLOADS, DOWNLOADS_IN_DAYS } from '../../../contract/rights/enums.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { lockAccount } from '../../accounts/lock-account.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { provePassword } from '../../sign-in/prove-password.ts';
import { DataDownload } from '../model.ts';
import { tellOfDownload } from './tell-of-download.ts';

/** Throws `not_found` for a firm: it is no person. */
export function expectLawyer(actor: MemberActor): LawyerActor {
  if (actor.kind !== 'lawyer') throw new AppError('not_found');
  return actor;
}

/** How many were asked for lately. */
export const countLately = (accountId: number, t?: Transaction): Promise<number> =>
  DataDownload.count({
    where: {
      accountId,
      state: { [Op.ne]: 'failed' },
      askedAt: { [Op.gt]: clock.now() - DOWNLOADS_IN_DAYS * DAY_MS },
    },
    transaction: t ?? null,
  });

/**
 * Asks for a file of everything that is held about the actor. The password is asked for once more, because the file outlives
 * the session; every channel hears of it, so that somebody else's asking is noticed. Throws `not_found` for a firm,
 * `invalid_fields` and `locked` for a wrong password, `wrong_state` while one is being made, `too_many_requests`.
 */
export async function askDownload(asked: { actor: MemberActor & InSession; password: string }): Promise<void> {
  const { lawyerId, accountId } = expectLawyer(asked.actor);
  const { actor } = asked;
  await provePassword(actor, asked.password, 'password');
  await transaction(async (t) => {
    await lockAccount(accountId, t);
    if (await DataDownload.findOne({ where: { accountId, state: 'making' }, transaction: t })) {
      throw new AppError('wrong_state', { message: '正在准备上一次申请的文件，请稍候' });
    }
    if ((await countLately(accountId, t)) >= DOWNLOADS) {
      throw new AppError('too_many_requests', { message: `${DOWNLOADS_IN_DAYS}天内最多申请${DOWNLOADS}次` });
    }
    const { id } = await DataDownload.create(
      {
        lawyerId,
        accountId,
        state: 'making',
        askedAt: clock.now(),
        readyAt: null,
        keptUntil: null,
        takenAt: null,
        storageKey: '',
        keySealed: '',
      },
      { transaction: t },
    );
    await enqueue('make-data-download', { downloadId: id }, { t, dedupeKey: `make-data-download:${id}` });
    const line = { action: 'data.asked', targetKind: 'account', targetId: accountId, target: actor.name } as const;
    await writeAudit({ actor, ...line }, t);
    await tellOfDownload({ lawyerId, event: 'data_asked' }, t);
  });
}
