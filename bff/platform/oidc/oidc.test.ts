import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { env } from '../../env.ts';
import { useDatabase } from '../../test/database.ts';
import { useSandbox } from '../../test/sandbox.ts';
import { randomToken } from '../crypto/tokens.ts';
import { authoriseUrl } from './authorise-url.ts';
import { identifyByCode } from './identify.ts';
import { forgetProvider } from './provider.ts';

useDatabase();
const outside = useSandbox();
let redirectUri = '';
beforeAll(() => {
  redirectUri = `${outside.url}/oidc`;
});
afterEach(() => outside.command('calm'));

const newTie = () => ({ state: randomToken(128), nonce: randomToken(128), verifier: randomToken(256) });
/** The page on which one signs in at the provider, `person` chosen. */
async function pageFor(tie: ReturnType<typeof newTie>, person = 'zhiyuan'): Promise<URL> {
  const answer = await authoriseUrl(redirectUri, tie);
  if (!answer.ok) throw new Error(answer.fault);
  const page = new URL(answer.value);
  page.searchParams.set('person', person);
  return page;
}
/** What it sends the browser back with. */
async function cameBack(page: URL): Promise<URLSearchParams> {
  const { headers } = await fetch(page, { redirect: 'manual' });
  return new URL(headers.get('location') ?? '').searchParams;
}
async function identify(tie = newTie(), asked = tie) {
  const back = await cameBack(await pageFor(asked));
  return identifyByCode({ code: back.get('code') ?? '', iss: back.get('iss') ?? undefined, redirectUri, tie });
}

test('who signed in there, by an identifier and a name', async () => {
  const value = { issuer: env.OIDC_ISSUER, subject: expect.stringMatching(/^o/), name: '林知远' };
  expect(await identify()).toEqual({ ok: true, value });
});

describe('an identity is refused', () => {
  test.each(['nonce', 'audience', 'issuer', 'expired', 'signature', 'hmac', 'unsigned'])('for its %s', async (kind) => {
    await outside.command('trouble', { where: 'oidc', kind, times: 1 });
    expect(await identify()).toEqual({ ok: false, fault: 'refused' });
    // Control: the next one holds.
    expect(await identify()).toMatchObject({ ok: true });
  });

  test('when its code was asked for with another secret, or is made up', async () => {
    expect(await identify({ ...newTie(), verifier: randomToken(256) }, newTie())).toEqual({
      ok: false,
      fault: 'refused',
    });
    const madeUp = { code: 'made-up', iss: env.OIDC_ISSUER, redirectUri, tie: newTie() };
    expect(await identifyByCode(madeUp)).toEqual({ ok: false, fault: 'refused' });
  });

  test('when somebody else answers, or nobody says who', async () => {
    for (const iss of ['https://elsewhere.example', undefined]) {
      const tie = newTie();
      const code = (await cameBack(await pageFor(tie))).get('code') ?? '';
      expect(await identifyByCode({ code, iss, redirectUri, tie })).toEqual({ ok: false, fault: 'refused' });
    }
  });
});

test('a provider that fails or hangs is an outage', async () => {
  // What it has said of itself is known by now, or the failure would be met there, and repeated.
  await pageFor(newTie());
  for (const kind of ['error', 'hang']) {
    await outside.command('trouble', { where: 'oidc', kind, times: 1 });
    expect(await identify()).toEqual({ ok: false, fault: 'unreachable' });
  }
});

test('a secret that it does not know is for the office to mend', async () => {
  const secret = env.OIDC_CLIENT_SECRET;
  Object.assign(env, { OIDC_CLIENT_SECRET: 'wrong' });
  forgetProvider();
  try {
    expect(await identify()).toEqual({ ok: false, fault: 'misconfigured' });
  } finally {
    Object.assign(env, { OIDC_CLIENT_SECRET: secret });
    forgetProvider();
  }
});

test('it leads back to the registered address alone', async () => {
  const page = await pageFor(newTie());
  expect(page.searchParams.get('code_challenge_method')).toBe('S256');
  page.searchParams.set('redirect_uri', 'https://elsewhere.example/');
  expect((await fetch(page, { redirect: 'manual' })).headers.get('location')).toBeNull();
});
