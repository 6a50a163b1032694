import { afterEach, beforeAll, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { MemberActor } from '../../../actor.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { ticketEndpoints as tickets } from '../../../contract/tickets/endpoints.ts';
import { ticketRatingEndpoints as ratings } from '../../../contract/ticket-ratings/endpoints.ts';
import type { OwnRating } from '../../../contract/ratings/replies.ts';
import type { RatingRow } from '../../../contract/ticket-ratings/replies.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofTicket } from '../../../subject.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeCorrection } from '../../../test/factories/correction.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import { Firm } from '../../registry/model.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { addToTicket } from '../asking/add-to-ticket.ts';
import { cancelTicket } from '../asking/cancel-ticket.ts';
import { answerTicket } from '../desk/answer-ticket.ts';
import { decideFieldChange } from '../field-changes/decide-field-change.ts';
import { Ticket } from '../model.ts';
import { TicketRating } from './model.ts';

useDatabase();
const api = useApi();
let firmId: number;
let actor: MemberActor;
beforeAll(async () => {
  await installShippedHolidays();
  firmId = (await makeFirm()).id;
  actor = await memberActor({ firmId });
});
afterEach(releaseClock);

const answer = async (id: number, next: 'asked' | 'solved') => {
  const { version } = await Ticket.findByPk(id, { rejectOnEmpty: true });
  await answerTicket({ actor: staffActor('reviewer'), id, input: { version, body: '已寄出，请查收。', next } });
};
const solved = async () => {
  const { id } = await makeTicket(actor);
  await answer(id, 'solved');
  return id;
};
const shown = async (id: number) =>
  (await api.call(ratings.showOwnRating, { as: await memberToken({ firmId }), params: { id } }))
    .json as unknown as OwnRating;
const rate = async (id: number, rating: string, words = '') =>
  api.call(ratings.rateTicket, { as: await memberToken({ firmId }), params: { id }, body: { rating, words } });

test('a solved ticket is rated once and may be rated otherwise for seven days; an unhappy one comes back as a list', async () => {
  freezeClock(clock.now());
  const id = await solved();
  expect(await shown(id)).toMatchObject({ given: null, canRate: true });
  expect((await rate(id, 'good')).status).toBe(200);
  advanceClock(7 * DAY_MS - 1);
  expect((await rate(id, 'bad', '寄出的不是我要的那一份')).status).toBe(200);
  expect(await TicketRating.count({ where: { ticketId: id } })).toBe(1);
  advanceClock(1);
  const late = await rate(id, 'good');
  expect([late.status, late.json.error?.message]).toEqual([409, '评价期限已过（解决后7天内可以评价）']);
  expect(await shown(id)).toMatchObject({ given: { rating: 'bad' }, canRate: false });
  const as = await staffToken('administrator');
  const list = await api.call(ratings.listTicketRatings, { as, query: { rating: 'bad' } });
  expect(list.json['items'] as RatingRow[]).toMatchObject([{ ticketId: id, words: '寄出的不是我要的那一份' }]);
});

test('an answer that ends a correction is rated as well, whatever its course says after it', async () => {
  const registrar = staffActor('registrar');
  for (const verdict of ['refuse', 'settle', 'adopt'] as const) {
    const { ticketId: id } = await makeCorrection(actor, { wanted: `江海市滨江区新岸路${verdict.length}号` });
    const { version } = await Ticket.findByPk(id, { rejectOnEmpty: true });
    const { version: subjectVersion } = await Firm.findByPk(firmId, { rejectOnEmpty: true });
    const said = { version, body: '已核对，登记信息已更正。' };
    const decision = verdict === 'adopt' ? { verdict, ...said, subjectVersion, proofs: [] } : { verdict, ...said };
    expect((await shown(id)).canRate).toBe(false);
    await decideFieldChange({ actor: registrar, id, decision });
    // The mail that told of it came back.
    await transaction((t) => writeEvent({ subject: ofTicket(id), event: 'mail_refused', by: null }, t));
    expect([verdict, (await shown(id)).canRate, (await rate(id, 'good')).status]).toEqual([verdict, true, 200]);
  }
});

test('nobody is asked of a ticket that was taken back, is worked on again, or was closed because nobody said more', async () => {
  const [open, cancelled, again, silent] = [
    (await makeTicket(actor)).id,
    (await makeTicket(actor)).id,
    await solved(),
    (await makeTicket(actor)).id,
  ];
  await cancelTicket({ actor, id: cancelled });
  await addToTicket({ actor, id: again, input: { body: '仍未收到', attachments: [], idempotencyKey: newKey() } });
  await answer(silent, 'asked');
  // As the desk does by itself once a member has said nothing more for ten days.
  await Ticket.update({ state: 'solved', solvedAt: clock.now() }, { where: { id: silent } });
  await transaction((t) => writeEvent({ subject: ofTicket(silent), event: 'solved', by: null }, t));
  for (const id of [open, cancelled, again, silent]) {
    expect(await shown(id)).toEqual({ given: null, canRate: false, until: null });
    expect((await rate(id, 'bad')).status).toBe(409);
  }
});

test('what is said is limited, and said by whoever asked alone', async () => {
  const id = await solved();
  expect((await rate(id, 'bad', '长'.repeat(201))).json.error?.fields).toEqual({ words: '意见最多200个字' });
  expect((await rate(id, 'splendid')).json.error?.fields).toEqual({ rating: '请选择满意程度' });
  const stranger = await memberToken({ firmId: (await makeFirm()).id });
  const foreign = await api.call(ratings.rateTicket, { as: stranger, params: { id }, body: { rating: 'bad' } });
  expect(foreign.status).toBe(404);
  // The ticket itself says nothing of it to the staff who answer.
  const seen = await api.call(tickets.showTicket, { as: await staffToken('reviewer'), params: { id } });
  expect(JSON.stringify(seen.json)).not.toContain('rating');
});
