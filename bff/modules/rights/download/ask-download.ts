import { Op, type Transaction } from 'sequelize';
import type { InSession, LawyerActor, MemberActor } from '../../../actor.ts';
import { DAY_MS, HOUR_MS, toShanghaiMinute } from '../../../contract/dates.ts';
import {
  DOWNLOADS,
  DOWNLOADS_IN_DAYS,
  IDENTITY_AFTER_HOURS,
  type DownloadParts,
} from '../../../contract/rights/enums.ts';
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

/** From when identity documents may be asked for, after the latest request for the rest; null: there was none lately. */
export async function identityFrom(accountId: number, t?: Transaction): Promise<number | null> {
  const usual = await DataDownload.findOne({
    where: {
      accountId,
      parts: 'usual',
      state: { [Op.in]: ['ready', 'removed'] },
      askedAt: { [Op.gt]: clock.now() - DOWNLOADS_IN_DAYS * DAY_MS },
    },
    order: [['id', 'ASC']],
    transaction: t ?? null,
  });
  return usual && usual.askedAt + IDENTITY_AFTER_HOURS * HOUR_MS;
}

async function expectIdentityDue(accountId: number, t: Transaction): Promise<void> {
  const from = await identityFrom(accountId, t);
  if (from !== null && from <= clock.now()) return;
  const after = `申请下载本人信息满${IDENTITY_AFTER_HOURS}小时后`;
  const when = from === null ? '' : `，${toShanghaiMinute(from)}起`;
  throw new AppError('wrong_state', { message: `身份证件须在${after}另行申请${when}` });
}

/**
 * Asks for a file of everything that is held about the actor. The password is asked for once more, because the file outlives
 * the session; every channel hears of it, so that somebody else's asking is noticed. Throws `not_found` for a firm,
 * `invalid_fields` and `locked` for a wrong password, `wrong_state` while one is being made and for identity documents too
 * early, `too_many_requests`.
 */
export async function askDownload(asked: {
  actor: MemberActor & InSession;
  password: string;
  parts: DownloadParts;
}): Promise<void> {
  const { lawyerId, accountId } = expectLawyer(asked.actor);
  const { actor, parts } = asked;
  await provePassword(actor, asked.password, 'password');
  await transaction(async (t) => {
    await lockAccount(accountId, t);
    if (await DataDownload.findOne({ where: { accountId, state: 'making' }, transaction: t })) {
      throw new AppError('wrong_state', { message: '正在准备上一次申请的文件，请稍候' });
    }
    if ((await countLately(accountId, t)) >= DOWNLOADS) {
      throw new AppError('too_many_requests', { message: `${DOWNLOADS_IN_DAYS}天内最多申请${DOWNLOADS}次` });
    }
    if (parts === 'identity') await expectIdentityDue(accountId, t);
    const { id } = await DataDownload.create(
      {
        parts,
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
