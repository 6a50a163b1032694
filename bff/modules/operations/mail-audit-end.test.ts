import { afterEach, expect, test } from '@jest/globals';
import { env } from '../../env.ts';
import { advanceClock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { database, transaction } from '../../platform/db/database.ts';
import { doDueWork, useOffice } from '../../test/office.ts';
import { AuditChain, AuditEntry } from '../audit/model.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { Message } from '../outbox/model.ts';
import { mailAuditEnd, scheduleAuditMail } from './mail-audit-end.ts';

useOffice();
afterEach(() => {
  releaseClock();
  delete env.AUDIT_MAIL_TO;
});

const write = () =>
  transaction((t) =>
    writeAudit({ actor: null, action: 'job.retried', targetKind: 'job', targetId: 1, target: '任务 1' }, t),
  );
const mails = async () => Message.findAll({ where: { template: 'audit_end' }, order: ['id'] });

test('count and end go to both every Monday morning, once', async () => {
  env.AUDIT_MAIL_TO = ['one@example.org', 'two@example.org'];
  freezeClock(Date.parse('2026-12-05T04:00:00Z')); // a Saturday
  await write();
  await scheduleAuditMail();
  await scheduleAuditMail();
  await doDueWork();
  expect(await mails()).toHaveLength(0);
  advanceClock(Date.parse('2026-12-07T01:00:00Z') - Date.parse('2026-12-05T04:00:00Z'));
  await doDueWork();
  const { length, hash } = await AuditChain.findByPk(1, { rejectOnEmpty: true });
  expect((await mails()).map(({ recipient, data }) => [recipient, data['count'], data['noted']])).toEqual([
    ['one@example.org', String(length), `${length}:${hash}`],
    ['two@example.org', String(length), `${length}:${hash}`],
  ]);
  advanceClock(7 * 86_400_000);
  await write();
  await doDueWork();
  expect(await mails()).toHaveLength(4);
});

test('nobody named: nobody is written to; a log that was cut is not told as if it were whole', async () => {
  await write();
  const before = (await mails()).length;
  await mailAuditEnd();
  expect(await mails()).toHaveLength(before);
  env.AUDIT_MAIL_TO = ['one@example.org', 'two@example.org'];
  await AuditEntry.destroy({ where: {} });
  await database.sequelize.query('DELETE FROM audit_chains');
  await write();
  await expect(mailAuditEnd()).rejects.toThrow('emptied');
  expect(await mails()).toHaveLength(before);
});
