import { beforeAll, expect, test } from '@jest/globals';
import { certificateEndpoints } from '../../../contract/certificates/endpoints.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { certificateOf, content, eventsOf, newKey } from '../../../test/factories/certificate.ts';
import { doDueWork, liftLimits, useOffice } from '../../../test/office.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { Application, Certificate } from '../model.ts';
import { submitApplication } from './submit-application.ts';

useOffice();
const api = useApi();

const ROUNDS = 20;

beforeAll(liftLimits);

test('the same key twice is one application, also after it was issued', async () => {
  const actor = await memberActor({ firmId: (await makeFirm()).id });
  const submission = { actor, content: content(), idempotencyKey: newKey() };
  const first = await submitApplication(submission);
  await doDueWork();
  expect(await submitApplication(submission)).toBe(first);
  expect(await doDueWork()).toBe(0);
  expect(await eventsOf(first)).toEqual(['submitted', 'auto_approved', 'issued']);
});

test('ten at once are one application, one certificate and one document, every time', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const actor = await memberActor({ firmId: (await makeFirm()).id });
    const submission = { actor, content: content(), idempotencyKey: newKey() };
    const ids = await Promise.all(Array.from({ length: 10 }, () => submitApplication(submission)));
    expect(new Set(ids).size).toBe(1);
    expect(await Application.count({ where: { accountId: actor.accountId } })).toBe(1);
    expect(await Certificate.count({ where: { applicationId: ids[0] ?? 0 } })).toBe(1);
    expect(await doDueWork()).toBe(1);
    expect(await eventsOf(ids[0] ?? 0)).toEqual(['submitted', 'auto_approved', 'issued']);
  }
});

test('control: without the key ten at once are ten applications', async () => {
  const actor = await memberActor({ firmId: (await makeFirm()).id });
  const submissions = Array.from({ length: 10 }, () => ({ actor, content: content(), idempotencyKey: newKey() }));
  const ids = await Promise.all(submissions.map((submission) => submitApplication(submission)));
  expect(new Set(ids).size).toBe(10);
});

test('ten at once with two contents: one of them is made, the other is refused', async () => {
  const actor = await memberActor({ firmId: (await makeFirm()).id });
  const idempotencyKey = newKey();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, (_, i) =>
      submitApplication({ actor, content: content({ purpose: i % 2 === 0 ? '投标' : '贷款' }), idempotencyKey }),
    ),
  );
  const made = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  expect(new Set(made).size).toBe(1);
  expect(refused).toHaveLength(5);
  for (const reason of refused) expect(reason).toMatchObject({ code: 'idempotency_conflict' });
  expect(await Application.count({ where: { accountId: actor.accountId } })).toBe(1);
});

test('one key of two members are two applications', async () => {
  const idempotencyKey = newKey();
  const one = await memberActor({ firmId: (await makeFirm()).id });
  const other = await memberActor({ firmId: (await makeFirm()).id });
  const ids = await Promise.all(
    [one, other].map((actor) => submitApplication({ actor, content: content(), idempotencyKey })),
  );
  expect(ids[0]).not.toBe(ids[1]);
});

test('over HTTP: ten answers are the same application, another content is a conflict', async () => {
  const as = await memberToken({ firmId: (await makeFirm()).id });
  const body = { type: 'firm-clean', email: 'post@example.com', since: '2022-01-01', idempotencyKey: newKey() };
  const send = (more: object = {}) =>
    api.call(certificateEndpoints.submitApplication, { as, body: { ...body, ...more } });
  const answers = await Promise.all(Array.from({ length: 10 }, () => send()));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
  expect(new Set(answers.map(({ json }) => json['id'])).size).toBe(1);
  // Keys in another order and defaults written out are the same content.
  const sameAgain = await send({ purpose: '', paper: null, remark: '' });
  expect(sameAgain.json['id']).toBe(answers[0]?.json['id']);
  const conflict = await send({ purpose: '投标' });
  expect(conflict.status).toBe(409);
  expect(conflict.json.error?.code).toBe('idempotency_conflict');
  expect(await certificateOf(Number(sameAgain.json['id']))).toMatchObject({ issueState: 'issuing' });
});
