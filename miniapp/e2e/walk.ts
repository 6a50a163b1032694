import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { DEMO_MEMBERS } from '../../scripts/seed/demo-accounts.ts';
import { ofMember, type MemberApi } from './member-api.ts';
import { startServer, type TestServer } from './test-server.ts';
import { launch, type MiniProgram } from './weapp-runtime.ts';
import type { WxCall, WxOptions } from './wechat/wx.ts';

/** WeChat takes so much at once from a page's script (「setData 的数据量」); more makes it stutter. */
const SET_DATA_LIMIT = 32 * 1024;

/** A server of its own for this file, a firm with an issued certificate, and the built mini-program. */
export interface Walk {
  readonly server: TestServer;
  /** 律所（6名律师）. */
  readonly firm: MemberApi;
  readonly issued: { id: number; verifyUrl: string; pdf: Buffer };
  opened(more?: Partial<WxOptions>): MiniProgram;
  signIn(app: MiniProgram, label: string): Promise<void>;
  signedIn(label: string, more?: Partial<WxOptions>): Promise<MiniProgram>;
}

/** Prepares the walk; after each test WeChat must have taken every call, and no page got more than it may at once. */
export function prepareWalk(): Walk {
  let started: Pick<Walk, 'server' | 'firm' | 'issued'> | undefined;
  const ready = () => {
    if (!started) throw new Error('the server has not started');
    return started;
  };
  const open: MiniProgram[] = [];
  beforeAll(async () => {
    const server = await startServer();
    const firm = await ofMember(server.origin, account('6名律师'));
    started = { server, firm, issued: await firm.issue() };
  }, 900_000);
  afterAll(() => started?.server.stop());
  afterEach(() => {
    const apps = open.splice(0);
    expect(apps.flatMap(({ faults }) => faults)).toEqual([]);
    for (const { setDataSizes } of apps) expect(Math.max(0, ...setDataSizes)).toBeLessThan(SET_DATA_LIMIT);
  });
  function opened(more: Partial<WxOptions> = {}): MiniProgram {
    const app = launch('dist/weapp', { server: ready().server.origin, ...more });
    open.push(app);
    return app;
  }
  async function signIn(app: MiniProgram, label: string): Promise<void> {
    await app.sees('会员登录');
    const { login, password } = account(label);
    app.type('login', login);
    app.type('password', password);
    await app.tap('登录');
    await app.sees('我要申请');
  }
  return {
    get server() {
      return ready().server;
    },
    get firm() {
      return ready().firm;
    },
    get issued() {
      return ready().issued;
    },
    opened,
    signIn,
    async signedIn(label, more) {
      const app = opened(more);
      await signIn(app, label);
      return app;
    },
  };
}

/** The demo member whose label says this. */
export function account(label: string): { login: string; password: string } {
  const found = DEMO_MEMBERS.find((member) => member.label.includes(label));
  if (!found) throw new Error(`no demo account ${label}`);
  return found;
}

/** Calls of one of WeChat's interfaces so far. */
export const called = (app: MiniProgram, name: string): WxCall[] => app.calls.filter((call) => call.name === name);
/** Requests to an address of ours so far. */
export const asked = (app: MiniProgram, path: string): WxCall[] =>
  called(app, 'request').filter(({ options }) => String(options.url).endsWith(path));
