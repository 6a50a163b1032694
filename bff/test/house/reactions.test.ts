import { beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { MemberActor } from '../../actor.ts';
import { processEnv } from '../trouble/process-env.ts';
import type { Application } from '../../modules/certificates/model.ts';
import { Certificate } from '../../modules/certificates/model.ts';
import { PaperOrder } from '../../modules/papers/model.ts';
import { approve, submit } from '../factories/certificate.ts';
import { TO_COLLECT } from '../factories/paper.ts';
import { makeFirm, memberActor } from '../factories/registry.ts';
import { useOffice } from '../office.ts';

useOffice();
let actor: MemberActor;
beforeAll(async () => {
  actor = await memberActor({ firmId: (await makeFirm()).id });
});

/** Waits for a person, with paper copies. */
const waiting = () => submit(actor, { type: 'firm-other', since: undefined, freeText: '内容', paper: TO_COLLECT });

/** A process approves an application and dies on the way. */
async function approveAndDie(how: 'in time' | 'late', { id }: Application): Promise<void> {
  const driver = join(import.meta.dirname, '../trouble/approve-and-die.ts');
  const child = spawn(process.execPath, [driver, how, String(id)], {
    stdio: 'inherit',
    env: processEnv(),
  });
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
}

/** What is there of an approval: what its module wrote, and what the module above did. */
async function found(application: Application) {
  const where = { applicationId: application.id };
  const { state } = await application.reload();
  return { state, certificates: await Certificate.count({ where }), orders: await PaperOrder.count({ where }) };
}

test('killed between publisher and reaction: neither happened, and both happen when it is done again', async () => {
  const application = await waiting();
  await approveAndDie('in time', application);
  expect(await found(application)).toEqual({ state: 'pending', certificates: 0, orders: 0 });
  await approve(application.id);
  expect(await found(application)).toEqual({ state: 'decided', certificates: 1, orders: 1 });
});

test('control: a reaction after the commit is lost with the process', async () => {
  const application = await waiting();
  await approveAndDie('late', application);
  expect(await found(application)).toEqual({ state: 'decided', certificates: 1, orders: 0 });
});
