import { Op, type CreationAttributes, type Transaction } from 'sequelize';
import { DAY_MS } from '../../contract/dates.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { log } from '../../platform/log/log.ts';
import { storage } from '../../platform/storage/storage.ts';
import { checkAnchors } from '../audit/check-anchors.ts';
import { faultsInWords } from '../audit/faults-in-words.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { checkReceipts } from '../payments/receipts/check-receipts.ts';
import { checkDiscipline } from '../registry/discipline/discipline-seal.ts';
import { checkForms } from '../registration-forms/issuing/check-forms.ts';
import { checkTypes } from '../certificates/types/soundness/expect-sound.ts';
import { officeFault } from '../settings/office-seal.ts';
import { readNewestSettings } from '../settings/read-settings.ts';
import { findVanished, namedFiles, readIssuedBatch, type Selection } from '../certificates/issued/read-issued-batch.ts';
import { checkCertificate } from './check-certificate.ts';
import { SelfAudit, SelfAuditFault } from './model.ts';

/** Certificates of the last week are read each night, of the others a part: all of them once in four weeks. */
const RECENT_DAYS = 7;
const SHARES = 28;
const BATCH = 100;
/** A file this young may belong to a certificate that is just being issued. */
const ORPHAN_AFTER_MS = DAY_MS;
/** Enough to find out what happened; a thousand lines more tell nobody more. */
const MOST_FAULTS = 1_000;
/** Rounds are kept this long. */
const KEPT_DAYS = 400;

/**
 * Goes on with a round until it is finished: it may be interrupted anywhere and called again. Orphaned files are counted
 * and never deleted: after a restored backup they are the only copies of what was issued since.
 */
export async function runSelfAudit(id: number, signal: AbortSignal): Promise<void> {
  const round = await SelfAudit.findByPk(id);
  if (!round || round.finishedAt !== null) return;
  const selection = selectionOf(round);
  for (;;) {
    signal.throwIfAborted();
    const batch = await readIssuedBatch(selection, round.untilCertificateId, BATCH);
    const last = batch.at(-1);
    if (!last) break;
    const faults: Found[] = [];
    for (const claim of batch) {
      const fault = await checkCertificate(claim);
      if (fault) faults.push({ selfAuditId: id, number: claim.number, applicationId: claim.applicationId, ...fault });
    }
    await transaction(async (t) => {
      await note(round, faults, t);
      await round.update(
        { untilCertificateId: last.id, checked: round.checked + batch.length, faulty: round.faulty + faults.length },
        { transaction: t },
      );
    });
  }
  const orphans = await findOrphans(signal);
  const ofLog = [
    ...(await findReceiptFaults(signal)),
    ...(await findFormFaults(selection, signal)),
    ...(await findUnrecorded()),
    ...(await findSourceFaults()),
    ...(await findDisciplineFaults(signal)),
    ...(await findLogFaults()),
  ].map((found) => ({ selfAuditId: id, ...found }));
  await transaction(async (t) => {
    await note(round, ofLog, t);
    await note(
      round,
      orphans.map((key) => ({ selfAuditId: id, number: '', applicationId: null, kind: 'orphan', detail: key })),
      t,
    );
    const faulty = round.faulty + ofLog.length;
    await round.update({ faulty, orphans: orphans.length, finishedAt: clock.now() }, { transaction: t });
    await SelfAudit.destroy({
      where: { startedAt: { [Op.lt]: clock.now() - KEPT_DAYS * DAY_MS } },
      transaction: t,
    });
  });
  const { checked, faulty } = round;
  if (faulty > 0) log.error({ selfAudit: id, checked, faulty }, 'issued certificates are not what they were');
  else log.info({ selfAudit: id, checked, orphans: orphans.length }, 'issued certificates were read again');
}

function selectionOf({ scope, startedAt }: SelfAudit): Selection {
  if (scope === 'all') return 'all';
  const day = Math.floor(startedAt / DAY_MS);
  return { issuedSince: startedAt - RECENT_DAYS * DAY_MS, shares: SHARES, share: day % SHARES };
}

type Found = CreationAttributes<SelfAuditFault>;

async function note(round: SelfAudit, faults: Found[], t: Transaction): Promise<void> {
  if (faults.length === 0) return;
  const noted = await SelfAuditFault.count({ where: { selfAuditId: round.id }, transaction: t });
  await SelfAuditFault.bulkCreate(faults.slice(0, Math.max(0, MOST_FAULTS - noted)), { transaction: t });
}

/** What the log witnesses and the database has no more. */
async function findUnrecorded(): Promise<Omit<Found, 'selfAuditId'>[]> {
  const vanished = await findVanished(MOST_FAULTS);
  return vanished.map(({ targetId, number }) => ({
    number: number.slice(0, 24),
    applicationId: null,
    kind: 'vanished',
    detail: `操作日志中有该证明（${targetId}）的出具记录，数据库中没有`,
  }));
}

/** Receipts that are not what was issued. */
async function findReceiptFaults(signal: AbortSignal): Promise<Omit<Found, 'selfAuditId'>[]> {
  return (await checkReceipts(signal)).map(({ number, fault }) => ({
    number,
    applicationId: null,
    kind: 'record',
    detail: `缴费收据：${fault}`,
  }));
}

/** Registration forms that are not what was issued. */
async function findFormFaults(selection: Selection, signal: AbortSignal): Promise<Omit<Found, 'selfAuditId'>[]> {
  return (await checkForms(selection, signal)).map(({ number, fault }) => ({
    number,
    applicationId: null,
    kind: 'record',
    detail: `律师基本信息登记表：${fault}`,
  }));
}

/** What letters are made of, and is not as somebody of the staff has saved it: none is made of it, and none was. */
async function findSourceFaults(): Promise<Omit<Found, 'selfAuditId'>[]> {
  const office = await officeFault(await readNewestSettings());
  const types = (await checkTypes()).map(({ label, fault }) => `证明类型“${label}”：${fault}`);
  const faults = [...(office === null ? [] : [office]), ...types];
  return faults.map((detail) => ({ number: '', applicationId: null, kind: 'record', detail: detail.slice(0, 300) }));
}

/** Discipline records that are not what was entered, or are there no more: letters say that there are none. */
async function findDisciplineFaults(signal: AbortSignal): Promise<Omit<Found, 'selfAuditId'>[]> {
  return (await checkDiscipline(signal)).map((fault) => ({
    number: '',
    applicationId: null,
    kind: 'record',
    detail: `行业处分${fault}`.slice(0, 300),
  }));
}

/** Whether the log itself, on which all this rests, is what was written. */
async function findLogFaults(): Promise<Omit<Found, 'selfAuditId'>[]> {
  const faults = [...faultsInWords(await verifyAudit()), ...(await checkAnchors())];
  return faults.map((detail) => ({ number: '', applicationId: null, kind: 'log', detail: detail.slice(0, 300) }));
}

async function findOrphans(signal: AbortSignal): Promise<string[]> {
  const orphans: string[] = [];
  let keys: string[] = [];
  const sort = async () => {
    signal.throwIfAborted();
    const named = await namedFiles(keys);
    orphans.push(...keys.filter((key) => !named.has(key)));
    keys = [];
  };
  for await (const { key, writtenAt } of storage.list('certificates')) {
    if (writtenAt > clock.now() - ORPHAN_AFTER_MS) continue;
    keys.push(key);
    if (keys.length === BATCH) await sort();
  }
  await sort();
  return orphans;
}
