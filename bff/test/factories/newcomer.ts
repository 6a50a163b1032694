import { afterEach, beforeEach, expect } from '@jest/globals';
import { accountEndpoints } from '../../contract/accounts/endpoints.ts';
import { activationEndpoints as endpoints } from '../../contract/activation/endpoints.ts';
import { jobs } from '../../jobs.ts';
import '../../models.ts';
import { Account } from '../../modules/accounts/model.ts';
import type { Lawyer } from '../../modules/registry/model.ts';
import { clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { runDueJobs } from '../../platform/jobs/worker.ts';
import { useApi, type Answer } from '../api.ts';
import { lawyerData, makeLawyer } from './registry.ts';
import { useSandbox } from '../sandbox.ts';
import { staffToken } from '../trouble/trouble.ts';

export const NEXT = 'correct horse 1';
export const DAY = 86_400_000;
export const withoutId = ({ status, bytes }: Answer) => [
  status,
  bytes
    .toString()
    .replace(/[0-9a-f-]{36}/, '')
    .replace(/(?<="codeTicket":")[\w-]{22}/, ''),
];
export const accountOf = (where: { lawyerId: number } | { firmId: number }) =>
  Account.findOne({ where, rejectOnEmpty: true });

/** A lawyer whose account nobody has opened, a telephone, and somebody at the association; new ones for each test. */
export function useNewcomer() {
  const api = useApi();
  const sandbox = useSandbox();
  const { 'send-activation-text': askText, 'send-message': send } = jobs;
  let serial = 0;
  const scene = { phone: '', lawyer: undefined as unknown as Lawyer, lastSix: '', registrar: '', codeTicket: '' };
  const acts = {
    api,
    sandbox,
    /** A number that nobody has. */
    number: (range: string) => `${range}000${String(1000 + serial)}`,
    doTexts: async () => {
      await runDueJobs({ 'send-activation-text': askText });
      await runDueJobs({ 'send-message': send });
    },
    texts: async (to: string) => (await sandbox.state()).texts.filter((text) => text.to === to),
    /** On the one device of this test, which keeps what a code was asked for with. */
    askFor: async (login: string, lastSix = scene.lastSix) => {
      const codeTicket = scene.codeTicket || undefined;
      const answer = await api.call(endpoints.requestActivationText, { body: { login, lastSix, codeTicket } });
      if (answer.status === 200) scene.codeTicket = String(answer.json['codeTicket']);
      return answer;
    },
    open: (more: object) => {
      const { lawyer, lastSix } = scene;
      const own = { login: lawyer.licenceNo, lastSix, codeTicket: scene.codeTicket || undefined, next: NEXT };
      return api.call(endpoints.activate, { body: { ...own, ...more } });
    },
    signIn: (login: string) => api.call(accountEndpoints.signIn, { body: { login, password: NEXT } }),
    async textedCode(): Promise<string> {
      await acts.askFor(scene.lawyer.licenceNo);
      await acts.doTexts();
      return (await acts.texts(scene.phone))[0]?.params[0] ?? '';
    },
    async handedCode(where: { lawyerId: number } | { firmId: number }): Promise<string> {
      const { id } = await accountOf(where);
      // Idle staff are signed out: somebody who has just come.
      const as = await staffToken('registrar');
      const answer = await api.call(endpoints.handOverCode, { as, params: { id } });
      expect(answer.status).toBe(200);
      return String(answer.json['code']);
    },
  };
  beforeEach(async () => {
    freezeClock(clock.now());
    serial++;
    scene.phone = acts.number('1992');
    const input = lawyerData({ phone: scene.phone });
    scene.lawyer = await makeLawyer(input);
    scene.lastSix = (input.identityNumber ?? '').slice(-6).toLowerCase();
    scene.codeTicket = '';
    scene.registrar = await staffToken('registrar');
  });
  afterEach(async () => {
    await sandbox.command('calm');
    releaseClock();
  });
  return Object.assign(scene, acts);
}
