import { escape, frame } from '../pages/frame.ts';
import { findPerson, note, randomId, type World } from '../world.ts';
import { AUTHORISE_PATH, issuerOf, redirectUriOf } from './addresses.ts';

/**
 * The page on which one signs in at 会员中心: here a name is chosen instead of a password. Answers a page, or where to go
 * on. A request of somebody else, or back to another address, stays on the page (RFC 6749, 4.1.2.1).
 */
export function authoriseOidc(world: World, query: URLSearchParams): { page: string } | { location: string } {
  const wrong = refusalOf(world, query);
  if (wrong) return { page: frame('无法登录', `<section><p class="none">${wrong}</p></section>`) };
  const chosen = query.get('person');
  if (chosen === 'nobody') return { location: backWith(world, query, { error: 'access_denied' }) };
  const person = findPerson(world, chosen);
  if (!person) return { page: choosePage(world, query) };
  const fault = faultOf(query);
  if (fault) return { location: backWith(world, query, { error: fault }) };
  const code = randomId(20);
  world.oidc.grants.set(code, {
    personId: person.id,
    redirectUri: query.get('redirect_uri') ?? '',
    challenge: query.get('code_challenge') ?? '',
    nonce: query.get('nonce') ?? '',
    issuedAt: world.now(),
    isUsed: false,
  });
  note(world, 'person', `${person.name} 登录会员中心`, '成功');
  return { location: backWith(world, query, { code }) };
}

/** Who may not be told: the address it would go to is not known to be the client's. */
function refusalOf(world: World, query: URLSearchParams): string | null {
  if (query.get('client_id') !== world.credentials.oidcClientId) return '没有登记的应用（client_id）';
  return query.get('redirect_uri') === redirectUriOf(world) ? null : '回调地址（redirect_uri）与登记的不一致';
}

function faultOf(query: URLSearchParams): string | null {
  if (query.get('response_type') !== 'code') return 'unsupported_response_type';
  if (!(query.get('scope') ?? '').split(' ').includes('openid')) return 'invalid_scope';
  const isChallenged = query.get('code_challenge_method') === 'S256' && query.get('code_challenge');
  return isChallenged ? null : 'invalid_request';
}

function backWith(world: World, query: URLSearchParams, answer: { code: string } | { error: string }): string {
  const location = new URL(redirectUriOf(world));
  const state = query.get('state');
  location.search = new URLSearchParams({ ...answer, ...(state && { state }), iss: issuerOf(world) }).toString();
  return location.href;
}

function choosePage(world: World, query: URLSearchParams): string {
  const link = (person: string, words: string) => {
    const next = new URLSearchParams(query);
    next.set('person', person);
    return `<p><a href="${AUTHORISE_PATH}?${escape(next.toString())}">${escape(words)}</a></p>`;
  };
  const links = world.people.map(({ id, name }) => link(id, `以 ${name} 登录`));
  return frame('会员中心', `<section>${links.join('')}${link('nobody', '不登录，返回')}</section>`);
}
