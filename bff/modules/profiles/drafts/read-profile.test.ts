import { expect, test } from '@jest/globals';
import '../../../models.ts';
import { addDays } from '../../../contract/dates.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeAppointment, makePeriod } from '../../../test/factories/record.ts';
import { profileCalls, sectionOf, signedInLawyer } from '../../../test/factories/profiles/profile-calls.ts';
import { fillProfile, makeSubmitted, saveRows } from '../../../test/factories/profiles/profile.ts';
import { makeFirm, makeLawyer } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';

useDatabase();
const api = useApi();
const { own, decide } = profileCalls(api);

test('what the registry holds of the same kind stands beside what is filled in, the latest first', async () => {
  const firm = await makeFirm({ name: '江海晨曦律师事务所' });
  const lawyer = await makeLawyer({ firmId: firm.id, firmSinceOn: '2015-01-01' });
  const { id: lawyerId, firstPractisedOn: fromOn } = lawyer;
  await makePeriod({ lawyerId, outsideFirmName: '云岭南屏律师事务所', fromOn, untilOn: addDays(fromOn, 30) });
  await makeAppointment({ lawyerId, body: '理事会', position: '理事', fromOn: '2018-01-01', untilOn: '2022-12-31' });
  await makeAppointment({ lawyerId, body: '监事会', position: '监事', fromOn: '2023-01-01', untilOn: null });
  const { registered } = await own(await memberToken({ lawyerId }));
  expect(registered.filter(({ section }) => section === 'work').map(({ title }) => title)).toEqual([
    firm.name,
    '云岭南屏律师事务所',
  ]);
  expect(registered.filter(({ section }) => section === 'appointments')).toMatchObject([
    { title: '监事会 · 监事', fromOn: '2023-01-01', untilOn: null },
    { title: '理事会 · 理事', untilOn: '2022-12-31' },
  ]);
});

test('one reading mixes nobody up: each lawyer reads the own sections, files, course and opinions', async () => {
  const registrar = await staffToken('registrar');
  const firmId = (await makeFirm()).id;
  const [first, second] = [await signedInLawyer(firmId), await signedInLawyer(firmId)];
  const { id } = await makeSubmitted(first.lawyerId);
  await decide(registrar, id, { education: '毕业证书不清晰，请重新上传' });
  await fillProfile(second.actor);
  await saveRows(second.actor, 'family', []);
  const [one, other] = [await own(first.as), await own(second.as)];
  expect(sectionOf(one, 'education')?.opinion).not.toBe('');
  expect(sectionOf(other, 'education')?.opinion).toBe('');
  expect(sectionOf(one, 'family')?.rows).toHaveLength(1);
  expect(sectionOf(other, 'family')?.rows).toHaveLength(0);
  expect(one.timeline.map(({ event }) => event)).toEqual(['submitted', 'rejected']);
  expect(other.timeline).toEqual([]);
  const filesOf = (profile: typeof one) => profile.files.map((file) => file.id);
  expect(filesOf(one)).toHaveLength(1);
  expect(filesOf(other)).toHaveLength(1);
  expect(filesOf(one)).not.toEqual(filesOf(other));
  // Who has begun nothing reads what the registry knows, and nothing of anybody.
  const third = await own((await signedInLawyer(firmId)).as);
  expect([third.state, third.files, third.timeline]).toEqual(['untouched', [], []]);
});
