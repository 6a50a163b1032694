/**
 * Process that fills a database for measuring the home page: a lawyer with something in each of its parts, whose session it
 * reports. Argument: none.
 */
import '../../../../bff/connections.ts';
import '../../../../bff/models.ts';
import type { LawyerActor } from '../../../../bff/actor.ts';
import { signUp } from '../../../../bff/modules/activities/signing-up/sign-up.ts';
import { installShippedTypes } from '../../../../bff/modules/certificates/types/install-types.ts';
import { submitApplication } from '../../../../bff/modules/certificates/applying/submit-application.ts';
import { installShippedHolidays } from '../../../../bff/modules/office-hours/install-years.ts';
import { saveSection } from '../../../../bff/modules/profiles/drafts/save-section.ts';
import type { SaveSectionParsed } from '../../../../bff/contract/profile/schemas.ts';
import { openTicket } from '../../../../bff/modules/tickets/asking/open-ticket.ts';
import { randomToken } from '../../../../bff/platform/crypto/tokens.ts';
import { database } from '../../../../bff/platform/db/database.ts';
import { migrate } from '../../../../bff/platform/db/migrate.ts';
import { kv } from '../../../../bff/platform/kv/kv.ts';
import { makeActivity } from '../../../../bff/test/factories/activities/activity.ts';
import { makeAnnouncement } from '../../../../bff/test/factories/announcement.ts';
import { seedBulkRegistry } from '../../../seed/bulk/registry.ts';
import { signInForBench } from '../sign-in-for-bench.ts';

export interface FilledHome {
  bearer: string;
}

const [MEMBERS, ANNOUNCEMENTS, ACTIVITIES] = [2_000, 20, 3];
const KEY_BITS = 128;
const newKey = () => randomToken(KEY_BITS);

await database.open();
await migrate();
await installShippedHolidays();
await installShippedTypes();
const [lawyer] = (await seedBulkRegistry(MEMBERS)).lawyers;
if (!lawyer) throw new Error('no lawyer');
const { id: lawyerId, name } = lawyer.facts;
const actor: LawyerActor = { kind: 'lawyer', accountId: lawyer.accountId, name, address: '127.0.0.1', lawyerId };

const content = { type: 'lawyer-membership', email: 'post@example.com', purpose: '', paper: null, remark: '' };
await submitApplication({ actor, content, idempotencyKey: newKey() });
const body = '上周申请的纸质证明，请问何时可以领取？';
for (const title of ['纸质证明何时可以领取', '登记的邮箱怎样修改']) {
  await openTicket({
    actor,
    input: { category: 'certificate', title, body, attachments: [], idempotencyKey: newKey() },
  });
}
await saveSection({ actor, key: 'work', input: { version: 0, rows: [], saidNone: true } as SaveSectionParsed });
for (let n = 0; n < ANNOUNCEMENTS; n++) {
  await makeAnnouncement({ title: `关于开展第${n}期培训的通知`, mustConfirm: n === 0 });
}
for (let n = 0; n < ACTIVITIES; n++) {
  const { activity, groups } = await makeActivity({ title: `讲座${n}` });
  const input = { groupId: groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
  await signUp({ actor, activityId: activity.id, input });
}
const [bearer = ''] = await signInForBench([lawyer.accountId]);
process.send?.({ bearer } satisfies FilledHome);
await kv.close();
await database.close();
process.disconnect();
