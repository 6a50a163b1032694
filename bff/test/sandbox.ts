import { afterAll, beforeAll } from '@jest/globals';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../scripts/sandbox/start.mjs';
import { env, type Env } from '../env.ts';
import { clock } from '../platform/clock/clock.ts';

/** WeChat and WeChat Pay of this test file. */
export interface OutsideWorld {
  readonly url: string;
  /** Gives a command as a person at /sandbox would. */
  command(name: string, fields?: object): Promise<Record<string, string>>;
  /** What a page of theirs was handed for `person`. */
  code(kind: 'login' | 'phone' | 'web', person?: string): Promise<string>;
  state(): Promise<SandboxState>;
}
export interface SandboxState {
  people: { id: string; name: string; phone: string }[];
  orders: { outTradeNo: string; state: string; total: number; cashierKey: string; transactionId: string }[];
  refunds: { outRefundNo: string; status: string }[];
  messages: { openid: string; templateId: string; data: Record<string, string> }[];
  texts: { to: string; words: string; params: string[] }[];
  notices: { event: string; about: string; attempts: { result: string }[]; isDone: boolean }[];
  tokens: number;
  happenings: { service: string; what: string; result: string }[];
}

/** Starts scripts/sandbox in this process and points the settings at it. Its clock is ours. */
export function useSandbox({ mode = 'public-key' }: { mode?: 'public-key' | 'certificate' } = {}): OutsideWorld {
  let sandbox: Sandbox | undefined;
  const url = () => sandbox?.url ?? '';
  beforeAll(async () => {
    const folder = join(env.DATA_DIR, 'sandbox');
    sandbox = await startSandbox({ folder, port: 0, mode, compression: 1000, now: () => clock.now() });
    Object.assign(env, sandbox.settings as Partial<Env>);
  });
  afterAll(() => sandbox?.close());
  const command = async (name: string, fields: object = {}) => {
    const answer = await fetch(`${url()}/sandbox/commands/${name}`, { method: 'POST', body: JSON.stringify(fields) });
    const reply = (await answer.json()) as Record<string, string>;
    if (!answer.ok) throw new Error(reply['error']);
    return reply;
  };
  return {
    get url() {
      return url();
    },
    command,
    code: async (kind, person = 'zhiyuan') => (await command('code', { kind, person }))['code'] ?? '',
    state: async () => (await (await fetch(`${url()}/sandbox/state`)).json()) as SandboxState,
  };
}
