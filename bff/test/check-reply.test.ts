import { describe, expect, test } from '@jest/globals';
import '../models.ts';
import { checkReply } from './check-reply.ts';

const unread = (json: unknown, status = 200) =>
  checkReply({ method: 'GET', path: '/api/inbox/unread' }, { status, json });

describe('an answer of an endpoint', () => {
  test('that is as the contract says passes', () => {
    expect(() => unread({ unread: 3 })).not.toThrow();
  });

  test.each<[string, unknown, string]>([
    ['a field more', { unread: 3, idHash: 'x' }, 'idHash: not in the contract'],
    ['a field less', {}, 'unread: '],
    ['a number as text', { unread: '3' }, 'unread: '],
    ['nothing', null, 'the reply: '],
  ])('%s fails, and the field is named', (_what, json, fault) => {
    expect(() => unread(json)).toThrow(`GET /api/inbox/unread 200: ${fault}`);
  });

  test('fields are named by their whole path, in lists and in each kind of a reply that has several', () => {
    const list = { items: [{ id: 1, passwordHash: 'x' }], next: null, total: 1, totalIsCapped: false };
    expect(() => checkReply({ method: 'GET', path: '/api/staff/firms' }, { status: 200, json: list })).toThrow(
      /items\.0\.name: .*items\.0\.passwordHash: not in the contract/,
    );
    const record = {
      kind: 'firm',
      name: '',
      address: '',
      licenceNo: '',
      uscc: '',
      approvedOn: '2020-01-01',
      sex: 'male',
    };
    expect(() => checkReply({ method: 'GET', path: '/api/me/record' }, { status: 200, json: record })).toThrow(
      /200: sex: not in the contract$/,
    );
    const created = { id: 1, login: 'a', sentTo: 'a@…', password: 'x' };
    expect(() => checkReply({ method: 'POST', path: '/api/staff/accounts' }, { status: 200, json: created })).toThrow(
      /200: password: not in the contract$/,
    );
  });

  test('a path that another one would cover as well is the more precise one, as in the router', () => {
    const counts = { awaiting_payment: 0, to_print: 0, to_collect: 0, to_mail: 0, mailed: 0, completed: 0, voided: 0 };
    const asked = { method: 'GET', path: '/api/staff/papers/counts' };
    expect(() => checkReply(asked, { status: 200, json: counts })).not.toThrow();
    expect(() => checkReply(asked, { status: 200, json: { ...counts, voided: undefined } })).toThrow(/voided: /);
  });

  test('an error has its own form, and JSON that nobody declared is one', () => {
    expect(() => unread({ unread: 3 }, 500)).toThrow(/error: .*unread: not in the contract/);
    const error = { code: 'internal', message: '系统出现问题', requestId: '1' };
    expect(() => unread({ error }, 500)).not.toThrow();
    expect(() => unread({ error: { ...error, stack: 'at' } }, 500)).toThrow(/error\.stack: not in the contract/);
    expect(() => unread({ error: { ...error, code: 'oops' } }, 500)).toThrow(/error\.code: /);
    expect(() => checkReply({ method: 'GET', path: '/api/nowhere' }, { status: 200, json: {} })).toThrow(
      'answers JSON without a reply schema',
    );
  });
});
