import { expect, test } from '@jest/globals';
import { content, newKey } from '../../test/factories/certificate.ts';
import { eventually } from '../../test/eventually.ts';
import { killAgainAndAgain } from '../../test/trouble/killed-office.ts';
import { makeManyLawyers } from '../../test/factories/many-lawyers.ts';
import { tenthOf } from '../../test/heavy.ts';
import { doDueWork, useOffice } from '../../test/office.ts';
import { makeFirm, memberActor } from '../../test/factories/registry.ts';
import type { FirmActor } from '../../actor.ts';
import { Application } from '../certificates/model.ts';
import { InboxEntry } from '../notifications/model.ts';
import { Message } from '../outbox/model.ts';
import { BulkItem, BulkOrder } from './model.ts';
import { showBulk } from './show-bulk.ts';
import { submitBulk } from './submit-bulk.ts';

useOffice();

const LAWYERS = 60;
/** However fast the machine, the order is not done before the first few. */
const MOST_KILLS = 12;
/** Kills amid the order after which it may go on in peace. */
const WANTED_KILLS = tenthOf(MOST_KILLS);

test('killed again and again, a bulk order is finished: a certificate each, nobody left out, told once', async () => {
  const { id: firmId } = await makeFirm();
  const team = await makeManyLawyers(firmId, LAWYERS);
  const actor = (await memberActor({ firmId })) as FirmActor;
  const form = content({ type: 'firm-some-lawyers-clean', lawyerIds: team.map(({ lawyerId }) => lawyerId) });
  const id = await submitBulk({ actor, content: form, idempotencyKey: newKey() });
  // Somebody else applies meanwhile: by those answers the moment of each kill is chosen.
  const passerBy = await memberActor({ firmId: (await makeFirm()).id });
  const open = () => BulkItem.count({ where: { orderId: id, state: 'waiting' } });
  let amidWork = 0;
  await killAgainAndAgain({
    actors: [passerBy],
    async afterKill(kills) {
      const left = await open();
      if (left > 0 && left < LAWYERS) amidWork++;
      return left > 0 && amidWork < WANTED_KILLS && kills < MOST_KILLS ? 'again' : 'enough';
    },
  });
  expect(amidWork).toBeGreaterThan(0);
  await eventually(
    async () => {
      await doDueWork();
      expect((await BulkOrder.findByPk(id, { rejectOnEmpty: true })).toldAt).not.toBeNull();
    },
    { withinMs: 120_000, everyMs: 200 },
  );
  const { lines } = await showBulk({ actor, id });
  expect(new Set(lines.map(({ outcome }) => outcome))).toEqual(new Set(['issued']));
  expect(await Application.count({ where: { bulkOrderId: id } })).toBe(LAWYERS);
  expect(new Set(lines.map(({ number }) => number)).size).toBe(LAWYERS);
  expect(await InboxEntry.count({ where: { memberKind: 'firm', memberId: firmId } })).toBe(1);
  expect(await Message.count({ where: { template: 'bulk_done' } })).toBe(1);
}, 300_000);
