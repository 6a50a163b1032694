import { expect, test } from '@jest/globals';
import { createLog } from './log.ts';
import { readableLines } from './readable.ts';

function record(): { lines: string[]; log: ReturnType<typeof createLog> } {
  const lines: string[] = [];
  return { lines, log: createLog('info', { write: (line) => void lines.push(line) }) };
}

test('secrets are redacted wherever they stand', () => {
  const { lines, log } = record();
  log.info({
    password: 'p1',
    account: { token: 'p2', idNumber: 'p3' },
    ctx: { headers: { cookie: 'p4', authorization: 'p5' } },
  });
  expect(lines[0]).not.toMatch(/p\d/);
  expect(lines[0]).toContain('[redacted]');
});

test('a request shows method and path, no query', () => {
  const { lines, log } = record();
  log.info({ req: { method: 'GET', url: '/api/lawyers?name=secret', headers: { cookie: 'secret' } } }, 'request');
  expect(lines[0]).toContain('"path":"/api/lawyers"');
  expect(lines[0]).not.toContain('secret');
});

test('an error shows its stack and causes, not the SQL, its values or numbers of people', () => {
  const { lines, log } = record();
  const parent = Object.assign(new Error("Duplicate entry '11010519491231002X'"), {
    code: 'ER_DUP_ENTRY',
    sql: 'INSERT secret',
  });
  const error = Object.assign(new Error('13800138000 exists', { cause: parent }), {
    parent,
    sql: 'INSERT secret',
    parameters: ['secret'],
  });
  log.error({ err: error }, 'failed');
  const logged = JSON.parse(lines[0] ?? '') as {
    err: { message: string; stack: string; errorCode: string; cause: { message: string } };
  };
  expect(logged.err.message).toBe('[number] exists');
  expect(logged.err.errorCode).toBe('ER_DUP_ENTRY');
  expect(logged.err.cause.message).toBe("Duplicate entry '[number]'");
  expect(logged.err.stack).toContain('log.test');
  expect(lines[0]).not.toMatch(/secret|1380013|110105/);
});

test('what was thrown and is no error is still logged', () => {
  const { lines, log } = record();
  log.error({ err: 'just words' });
  expect(lines[0]).toContain('just words');
});

test('in development an entry is one readable line, with the stack below', () => {
  let output = '';
  const log = createLog('info', readableLines({ write: (text) => (output += text) }));
  log.info({ ms: 3, route: '/api/x' }, 'request');
  expect(output).toMatch(/^\d\d:\d\d:\d\d info request ms=3 route=\/api\/x\n$/);
  log.error({ err: new Error('broken') }, 'failed');
  expect(output).toMatch(/error failed\nError: broken\n {4}at /);
});
