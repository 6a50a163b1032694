import type { Context, Next } from 'koa';

/**
 * The small files by which WeChat sees that an address is ours: of the QR code rule (扫普通链接二维码打开小程序) in the
 * folder of the rule, of web authorisation and the JS-SDK at the root. `setting`: name=content, several with commas.
 */
export function wechatDomainFiles(setting: string) {
  const files = new Map(setting.split(',').map((pair) => pair.split('=') as [string, string]));
  return async (ctx: Context, next: Next): Promise<void> => {
    const name = /^\/(?:c\/)?([\w-]+\.txt)$/.exec(ctx.path)?.[1];
    const content = name === undefined ? undefined : files.get(name);
    if (content === undefined || (ctx.method !== 'GET' && ctx.method !== 'HEAD')) {
      await next();
      return;
    }
    ctx.type = 'text/plain; charset=utf-8';
    ctx.body = content;
  };
}
