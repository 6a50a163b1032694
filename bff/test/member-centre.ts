import { afterEach, beforeAll, beforeEach } from '@jest/globals';
import { accountEndpoints } from '../contract/accounts/endpoints.ts';
import { oidcEndpoints, type OidcAuthorisation } from '../contract/oidc/endpoints.ts';
import { env } from '../env.ts';
import { OidcBinding } from '../modules/oidc/model.ts';
import { releaseClock } from '../platform/clock/clock.ts';
import { kv } from '../platform/kv/kv.ts';
import { useApi, type Answer } from './api.ts';
import { givePassword, makeFirm } from './factories/registry.ts';
import { useSandbox } from './sandbox.ts';

export const PASSWORD = 'lvzheng2026';

export const code = (answer: Answer) => answer.json.error?.code;
export const tokenOf = (answer: Answer) => /lz_member=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';

/** What the provider sends the browser back with once `person` has signed in there. */
export async function returned(url: string | null, person = 'zhiyuan') {
  const page = new URL(url ?? '');
  page.searchParams.set('person', person);
  const answer = await fetch(page, { redirect: 'manual' });
  return Object.fromEntries(new URL(answer.headers.get('location') ?? '').searchParams);
}

export async function makeMember() {
  const firm = await makeFirm();
  await givePassword({ firmId: firm.id }, PASSWORD);
  return { firm, login: firm.licenceNo };
}

/** The association's own site, and browsers that come from it. Each test begins with nothing bound, and nobody locked. */
export function useMemberCentre() {
  const outside = useSandbox();
  const api = useApi();
  beforeAll(() => {
    // The provider leads back to the one address that is registered there.
    env.PUBLIC_URL = outside.url;
  });
  beforeEach(async () => {
    await OidcBinding.destroy({ where: {} });
    for (const address of ['127.0.0.1', '::ffff:127.0.0.1']) {
      for (const name of ['oidc-code', 'oidc-starts']) await kv.delete(`rate:${name}:${address}`);
      await kv.delete(`sign-in-locked:member:address:${address}`);
    }
  });
  afterEach(async () => {
    releaseClock();
    await outside.command('calm');
  });

  const isIn = async (token: string) => (await api.call(accountEndpoints.showSession, { as: token })).status === 200;
  const begin = async () => (await api.call(oidcEndpoints.beginOidc)).json as unknown as OidcAuthorisation;
  const identify = (body: object) => api.call(oidcEndpoints.identifyByOidc, { body });
  /** There and back again, in one browser. */
  async function arrive(person?: string) {
    const { url, browser } = await begin();
    const answer = await identify({ ...(await returned(url, person)), browser });
    return { answer, proof: { ticket: String(answer.json['ticket']), browser } };
  }
  const signIn = (proof: object) => api.call(oidcEndpoints.signInByOidc, { body: proof });
  const bind = (proof: object, { login, password = PASSWORD }: { login: string; password?: string }) =>
    api.call(oidcEndpoints.bindOidc, { body: { ...proof, login, password } });
  const bound = async (who: { login: string }, person?: string) => bind((await arrive(person)).proof, who);
  return { outside, api, isIn, begin, identify, arrive, signIn, bind, bound };
}
