import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FirmActor } from '../../actor.ts';
import { env } from '../../env.ts';
import { eligibilityAtoms } from '../../modules/eligibility/atom.ts';
import { judgeMembers } from '../../modules/eligibility/judge-members.ts';
import { owners } from '../../modules/files/owners.ts';
import { readFile } from '../../modules/files/read-file.ts';
import { uploadFile } from '../../modules/files/upload-file.ts';
import { InboxEntry } from '../../modules/notifications/model.ts';
import { Message } from '../../modules/outbox/model.ts';
import { payables } from '../../modules/payments/payable.ts';
import { giveBack } from '../../modules/payments/paying/give-back.ts';
import { readReceiptFor } from '../../modules/payments/receipts/read-receipt.ts';
import { startPayment } from '../../modules/payments/paying/start-payment.ts';
import { readTimeline } from '../../modules/timeline/read-timeline.ts';
import { database, transaction } from '../../platform/db/database.ts';
import { useApi } from '../api.ts';
import {
  createTable,
  ERRAND,
  errandAsAtom,
  errandAsOwner,
  errandAsPurpose,
  FEE_FEN,
  openErrand,
} from '../errands/errand.ts';
import { makeFirm, memberActor } from '../factories/registry.ts';
import { PNG } from '../files.ts';
import { useOffice } from '../office.ts';
import { becomes, payScene, refundOf, refused } from '../paying/pay-scene.ts';
import { pdfText } from '../pdf.ts';
import { useSandbox } from '../sandbox.ts';

// Before the database is closed.
afterAll(() => database.sequelize.query('DROP TABLE errands'));
useOffice();
const outside = useSandbox();
const api = useApi();
const BFF = join(import.meta.dirname, '../..');
const { payAtWechat, arrives } = payScene(outside);
let actor: FirmActor;

beforeAll(async () => {
  env.PUBLIC_URL = api.url;
  await createTable();
  owners.connect({ ...owners.answer, errand: errandAsOwner });
  eligibilityAtoms.connect({ ...eligibilityAtoms.answer, errand: errandAsAtom });
  payables.connect({ ...payables.answer, [ERRAND]: errandAsPurpose });
  actor = (await memberActor({ firmId: (await makeFirm()).id })) as FirmActor;
});

describe('a module that moves in', () => {
  const id = 7;
  const subject = { kind: 'errand', id } as const;
  const paidFor = { purpose: ERRAND, subjectId: id };
  const events = async () => (await readTimeline(subject)).map(({ event }) => event);

  test('attaches a file, which its member reads and nobody else; writes a timeline; tells the member', async () => {
    const { token } = await uploadFile({ actor, name: '材料.png', bytes: PNG });
    await openErrand({ actor, id, files: [token], email: 'office@example.com' });
    expect((await readFile({ actor, owner: subject, token })).bytes.equals(PNG)).toBe(true);
    const stranger = await memberActor({ firmId: (await makeFirm()).id });
    expect(await refused(readFile({ actor: stranger, owner: subject, token }))).toBe('not_found');
    expect(await refused(readFile({ actor, owner: { kind: 'unheard-of', id }, token }))).toBe('not_found');
    expect(await events()).toEqual(['opened']);
    const where = { subjectKind: 'errand', subjectId: id };
    expect(await InboxEntry.findOne({ where })).toMatchObject({ title: '事项已登记', page: 'errand?id=7' });
    expect(await Message.findOne({ where: { ...where, subjectKind: 'errand' as never } })).toMatchObject({
      recipient: 'office@example.com',
      state: 'waiting',
    });
  });

  test('charges a fee: paid by WeChat, with a receipt, and given back', async () => {
    const payable = { ...paidFor, totalFen: FEE_FEN, description: '事项费用', page: 'errand?id=7' };
    // By QR code: nobody asks which WeChat opened the session.
    const asked = {
      actor: { ...actor, sessionId: 0 },
      payable,
      channel: 'native',
      code: undefined,
      address: '203.0.113.9',
    } as const;
    const { payment } = await startPayment(asked);
    await payAtWechat(payment);
    await becomes(payment, 'paid');
    expect(await events()).toEqual(['opened', 'paid']);
    expect(await refused(startPayment(asked))).toBe('wrong_state');
    const receipt = pdfText((await readReceiptFor(paidFor)).bytes).replace(/\s/g, '');
    expect(receipt).toContain('事项编号7');
    expect(receipt).toContain('12.50元');
    await transaction((t) => giveBack({ ...paidFor, reason: '事项取消' }, t));
    await arrives(await refundOf(payment));
    expect(await events()).toEqual(['opened', 'paid', 'fee_returned']);
  });

  test('says who is eligible by what it knows, beside what the registry does', async () => {
    const [own, other] = [actor.firmId, (await makeFirm()).id].map((firmId) => ({ kind: 'firm', id: firmId }) as const);
    const has = { atom: 'errand', atLeast: 1 };
    const both = { all: [{ atom: 'firmKind', in: ['law_firm'] }, has] };
    const eligibilities = [both, { not: has }, { atom: 'unheard-of' }, { atom: 'errand', atLeast: 'x' }];
    const judges = await judgeMembers({ eligibilities, members: [own!, other!], on: '2026-11-29' });
    const unreadable = ['信息不全，请联系协会'];
    expect(judges.map((judge) => judge(own!))).toEqual([[], ['须少于1件事项（您有1件）'], unreadable, unreadable]);
    expect(judges.map((judge) => judge(other!))).toEqual([['须至少1件事项（您有0件）'], [], unreadable, unreadable]);
  });
});

/** Subjects of today and of modules to come, as words of their own or within others: `applicationNumber`. */
const SUBJECTS = /application|certificate|paper|bulk|ticket|activit(y|ies)\b|profile|share|wording/i;
/** What is none: a media type, and an act of Sequelize. */
const NO_SUBJECT = /'application\/[a-z-]+'|\bbulkCreate\b/g;

/** What the release before has left, which goes with it. */
const FOR_ONE_RELEASE = ['/modules/files/bound-before.ts', '/modules/outbox/newer-values.ts'];

/** Lines of code that name a subject: values, types, tables, imports of their contract. */
const namesSubject = (text: string): string[] =>
  text
    .replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '')
    .split('\n')
    .filter((line) => SUBJECTS.test(line.replace(NO_SUBJECT, '')));

test('no generic service names what it serves', () => {
  const naming = ['eligibility', 'files', 'timeline', 'outbox', 'notifications', 'payments'].flatMap((name) =>
    readdirSync(join(BFF, 'modules', name), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|permissions\.ts$/.test(file))
      .map((file) => join(BFF, 'modules', name, file))
      .filter((file) => !FOR_ONE_RELEASE.includes(file.slice(BFF.length)))
      .flatMap((file) => namesSubject(readFileSync(file, 'utf8')).map((line) => `${file.slice(BFF.length)}: ${line}`)),
  );
  expect(naming).toEqual([]);
});

test.each([
  ['const { applicationNumber } = row;', 1],
  ["import { APPLICATION_STATES } from '../../contract/certificates/enums.ts';", 1],
  ["subject.kind === 'application'", 1],
  ['select("FROM paper_orders")', 1],
  ["const KINDS = { 'application/pdf': 'pdf' };", 0],
  ['await Upload.bulkCreate(rows);', 0],
  ['// Of an application, say.', 0],
])('control: %s', (line, named) => {
  expect(namesSubject(line)).toHaveLength(named);
});
