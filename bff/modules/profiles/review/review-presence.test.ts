import { beforeAll, expect, test } from '@jest/globals';
import '../../../models.ts';
import { profileEndpoints as profiles } from '../../../contract/profile/endpoints.ts';
import { signedIn, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { signedInLawyer } from '../../../test/factories/profiles/profile-calls.ts';
import { makeSubmitted } from '../../../test/factories/profiles/profile.ts';
import { makeFirm, makeStaffAccount } from '../../../test/factories/registry.ts';

useDatabase();
const api = useApi();
let id: number;
const reviewers: string[] = [];
beforeAll(async () => {
  ({ id } = await makeSubmitted((await signedInLawyer((await makeFirm()).id)).lawyerId));
  for (const login of ['first', 'second']) {
    reviewers.push(await signedIn(await makeStaffAccount(login, 'a long pass phrase', ['registrar'])));
  }
});

const meet = async (as: string) => (await api.call(profiles.meetAtProfile, { as, params: { id } })).json;

test('two who have one profile open hear of each other, until one has gone on', async () => {
  const [first = '', second = ''] = reviewers;
  expect(await meet(first)).toEqual({ others: [] });
  expect(await meet(second)).toEqual({ others: ['顾清和'] });
  expect(await meet(first)).toEqual({ others: ['顾清和'] });
  expect((await api.call(profiles.leaveProfile, { as: second, params: { id } })).status).toBe(200);
  expect(await meet(first)).toEqual({ others: [] });
});
