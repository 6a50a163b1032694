import { expect, test } from '@jest/globals';
import { EnvError, readEnv } from './env.ts';

const AUDIT_KEY = Buffer.alloc(32, 'audit').toString('base64');

test('starts with nothing set, for a first look on this machine only', () => {
  const env = readEnv({});
  expect(env).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, DATA_DIR: '.data', PUBLIC_URL: 'http://127.0.0.1:3000' });
  expect(env.DATABASE_URL).toBeUndefined();
  expect(env.SECURE_COOKIES).toBe(false);
});

test('an empty value counts as not set, other variables are ignored', () => {
  expect(readEnv({ PORT: '', REDIS_URL: '', HOME: '/nowhere' }).PORT).toBe(3000);
});

test('lists every fault at once', () => {
  const read = () => readEnv({ PORT: 'many', DATABASE_URL: 'postgres://x/y', DATA_KEY: 'c2hvcnQ=', JOB_LEASE_MS: '0' });
  expect(read).toThrow(EnvError);
  for (const key of ['PORT', 'DATABASE_URL', 'DATA_KEY', 'JOB_LEASE_MS']) expect(read).toThrow(key);
});

test('a signing key without its certificate is refused, and production without a public address', () => {
  expect(() => readEnv({ SIGNER_KEY_FILE: 'key.pem' })).toThrow('SIGNER_CERT_FILE');
  expect(() => readEnv({ NODE_ENV: 'production' })).toThrow('PUBLIC_URL');
});

test('a signing key needs a time-stamp service where its letters are official or in production', () => {
  const own = { SIGNER_KEY_FILE: 'key.pem', SIGNER_CERT_FILE: 'cert.pem' };
  const production = { NODE_ENV: 'production', PUBLIC_URL: 'https://cert.example.org', AUDIT_KEY };
  const trusted = { SIGNER_TRUSTED_CA_FILE: 'ca.pem' };
  expect(() => readEnv({ ...own, ...production })).toThrow('TSA_URL');
  expect(() => readEnv({ ...own, ...trusted })).toThrow('TSA_URL');
  expect(() => readEnv(trusted)).toThrow('SIGNER_TRUSTED_CA_FILE');
  expect(readEnv({ ...own, ...production, ...trusted, TSA_URL: 'https://tsa.example.org' }).TSA_URL).toBeDefined();
  expect(readEnv(own).TSA_URL).toBeUndefined();
  expect(() => readEnv({ SEAL_NUMBER: '章' })).toThrow('SEAL_NUMBER');
});

test('production needs a key for the audit log that is none of the others; two people get its end', () => {
  const production = { NODE_ENV: 'production', PUBLIC_URL: 'https://cert.example.org' };
  expect(() => readEnv(production)).toThrow('AUDIT_KEY');
  expect(readEnv({ ...production, AUDIT_KEY }).AUDIT_KEY).toBe(AUDIT_KEY);
  expect(() => readEnv({ AUDIT_KEY, DATA_KEY: AUDIT_KEY })).toThrow('another than DATA_KEY');
  expect(() => readEnv({ AUDIT_KEY, AUDIT_FORMER_KEYS: `c2hvcnQ=,${AUDIT_KEY}` })).toThrow('AUDIT_FORMER_KEYS');
  expect(() => readEnv({ AUDIT_KEY: Buffer.alloc(31).toString('base64') })).toThrow('at least 32 bytes');
  expect(() => readEnv({ AUDIT_MAIL_TO: 'a@example.org,a@example.org' })).toThrow('AUDIT_MAIL_TO');
  const two = ['a@example.org', 'b@example.org'];
  expect(readEnv({ AUDIT_MAIL_TO: two.join(', ') }).AUDIT_MAIL_TO).toEqual(two);
});

test('without a public address it is host and port, an IPv6 address in brackets', () => {
  expect(readEnv({ HOST: '::1', PORT: '4000' }).PUBLIC_URL).toBe('http://[::1]:4000');
  expect(readEnv({ HOST: '127.0.0.1' }).PUBLIC_URL).toBe('http://127.0.0.1:3000');
});

test('the sandbox, where everybody reads all codes, is refused in production', () => {
  const sandbox = { PUBLIC_URL: 'https://cert.example.org', SANDBOX_URL: 'http://127.0.0.1:4000' };
  expect(() => readEnv({ ...sandbox, NODE_ENV: 'production' })).toThrow('SANDBOX_URL');
  expect(readEnv(sandbox).SANDBOX_URL).toBe('http://127.0.0.1:4000');
});

test('takes MySQL, MariaDB and Redis addresses; a trailing slash of the public address goes', () => {
  const env = readEnv({
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://cert.example.org/',
    AUDIT_KEY,
    DATABASE_URL: 'mysql://u:p%40ss@127.0.0.1:3306/lvzheng',
    REDIS_URL: 'redis://127.0.0.1:6379/1',
  });
  expect(env.PUBLIC_URL).toBe('https://cert.example.org');
  expect(env.SECURE_COOKIES).toBe(true);
});

test("the association's own site is configured as a whole, and by https in production", () => {
  const site = {
    OIDC_ISSUER: 'http://127.0.0.1:3000/sandbox/oidc',
    OIDC_CLIENT_ID: 'lvzheng',
    OIDC_CLIENT_SECRET: 's',
  };
  expect(readEnv(site)).toMatchObject({ OIDC_NAME: '会员中心' });
  expect(() => readEnv({ OIDC_ISSUER: site.OIDC_ISSUER })).toThrow('OIDC_CLIENT_SECRET');
  const production = { NODE_ENV: 'production', PUBLIC_URL: 'https://cert.example.org', AUDIT_KEY };
  expect(() => readEnv({ ...production, ...site })).toThrow('OIDC_ISSUER');
  expect(readEnv({ ...production, ...site, OIDC_ISSUER: 'https://member.example.org' }).OIDC_ISSUER).toBeDefined();
});
