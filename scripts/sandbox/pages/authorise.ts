import { issueCode } from '../wechat/login.ts';
import { findPerson, type World } from '../world.ts';
import { escape, frame } from './frame.ts';

/**
 * /sandbox/connect/oauth2/authorize: in WeChat nobody sees this page, the person is known. Here somebody has to say who
 * is holding the phone. Answers a page, or where to go on.
 */
export function authorise(world: World, query: URLSearchParams): { page: string } | { location: string } {
  const redirectUri = query.get('redirect_uri') ?? '';
  const wrong = refusalOf(world, query, redirectUri);
  if (wrong) return { page: frame('无法授权', `<section><p class="none">${wrong}</p></section>`) };
  const person = findPerson(world, query.get('person'));
  if (!person) return { page: choosePage(world, query) };
  const location = new URL(redirectUri);
  location.searchParams.set('code', issueCode(world, 'web', person));
  location.searchParams.set('state', query.get('state') ?? '');
  return { location: location.href };
}

function refusalOf(world: World, query: URLSearchParams, redirectUri: string): string | null {
  if (query.get('appid') !== world.credentials.webAppid) return 'AppID 参数错误';
  if (query.get('response_type') !== 'code') return 'response_type 参数错误';
  if (query.get('scope') !== 'snsapi_base') return 'Scope 参数错误或没有 Scope 权限';
  const isOurs = URL.canParse(redirectUri) && new URL(redirectUri).origin === new URL(world.publicUrl).origin;
  return isOurs ? null : 'redirect_uri 域名与后台配置不一致，错误码：10003';
}

function choosePage(world: World, query: URLSearchParams): string {
  const links = world.people.map(({ id, name }) => {
    const next = new URLSearchParams(query);
    next.set('person', id);
    return `<p><a href="/sandbox/connect/oauth2/authorize?${escape(next.toString())}">以 ${escape(name)} 的微信打开</a></p>`;
  });
  return frame('谁在使用微信？', `<section>${links.join('')}</section>`);
}
