import { afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import '../../models.ts';
import { routes } from '../../app.ts';
import { isShown, isTyped, privacyOf, SELF, type Row } from '../../contract/form-reading/fields.ts';
import type { Values } from '../../contract/forms/language.ts';
import type { ProfileField } from '../../contract/profile/language.ts';
import { profileSection, type SectionKey } from '../../contract/profile/profile.ts';
import { database } from '../../platform/db/database.ts';
import { log } from '../../platform/log/log.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { changeCalls } from '../../test/factories/profiles/profile-change-calls.ts';
import { profileCalls, profileOf, sectionOf, signedInLawyer } from '../../test/factories/profiles/profile-calls.ts';
import { fillProfile } from '../../test/factories/profiles/profile.ts';
import { givePassword, makeFirm } from '../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../test/office.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { decryptIdentity } from '../registry/facts/identity.ts';
import { Lawyer } from '../registry/model.ts';

useOffice();
const api = useApi();
const { save, confirm, submit, decide, own } = profileCalls(api);
const { ask, openOf, pass, shown } = changeCalls(api);

/** Words that stand nowhere else, one in every field in which a member writes words, by who may read it. */
const personal: string[] = [];
const sensitive: string[] = [];

/** The schema is walked: a field that is added tomorrow gets its word too. */
function plant(section: SectionKey, row: Row, context: Values): Row {
  const whole = profileSection(section);
  const values: Record<string, Values[string]> = { ...row.values };
  for (const field of whole.fields as readonly ProfileField[]) {
    if (!isTyped(field) || !isShown(field, { ...row, values }, context)) continue;
    const privacy = privacyOf(whole, field);
    const word = wordFor(field);
    if (word === null || privacy === 'P0' || privacy === 'P1') continue;
    values[field.key] = word;
    (privacy === 'P2' ? personal : sensitive).push(word);
  }
  return { ...row, values };
}

let serial = 0;
function wordFor({ kind, pattern = 'name' }: ProfileField): string | null {
  serial++;
  if (kind === 'phone') return `0756-87${String(serial).padStart(5, '0')}`;
  const isWords = (kind === 'text' || kind === 'lines') && pattern === 'name';
  return isWords ? `秘${[...String(serial)].map((digit) => '零壹贰叁肆伍陆柒捌玖'[Number(digit)]).join('')}密` : null;
}

/** Everything in the database but these tables. */
async function dump(except: (table: string) => boolean = () => false): Promise<string> {
  const known = await database.sequelize.getQueryInterface().showAllTables();
  const names = known.map((one: unknown) => (typeof one === 'string' ? one : (one as { tableName: string }).tableName));
  const kept = names.filter((name) => !except(name));
  const rows = await Promise.all(kept.map((table) => database.sequelize.query(`SELECT * FROM ${table}`)));
  return JSON.stringify(rows, (_key, value: unknown) => (Buffer.isBuffer(value) ? value.toString() : value));
}
const found = (words: readonly string[], text: string) => words.filter((word) => text.includes(word));

/** Every page that asks for nothing but who one is. */
const pages = routes.filter(({ endpoint }) => endpoint.method === 'GET' && !endpoint.path.includes(':'));
async function readEverything(as: string): Promise<string> {
  const answers: unknown[] = [];
  for (const { endpoint } of pages) {
    const { status, json } = await api.call(endpoint, { as });
    answers.push([endpoint.path, status, json]);
  }
  return JSON.stringify(answers);
}

let firmId: number;
let person: Awaited<ReturnType<typeof signedInLawyer>>;
let registrar: string;
beforeAll(async () => {
  firmId = (await makeFirm()).id;
  person = await signedInLawyer(firmId);
  await givePassword({ lawyerId: person.lawyerId }, 'lin-zhi-yuan-2026');
  registrar = await staffToken('registrar');
});
afterEach(() => {
  log.level = 'silent';
  jest.restoreAllMocks();
});

/** What else the rows need so that their fields are shown. */
const MORE: Partial<Record<SectionKey, Values>> = {
  basic: { politicalStatus: ['01'], emergencyRelation: 'spouse', emergencyTold: true },
  party: { joinedOn: '2010-07-01', fullOn: '2011-07-01', branchKind: 'firm', post: 'none' },
  work: { kind: 'court', leftOn: '2010-06-30', untilOn: '2010-06-30', leftHow: 'resigned' },
  family: { inJudiciary: true },
  education: {},
};

/** The member's rows as they stand, with a word in every field of words. */
async function planted(as: string, section: SectionKey): Promise<{ version: number; rows: Row[] }> {
  const stored = sectionOf(await own(as), section);
  const rows = stored?.rows.length ? stored.rows : [{ id: SELF, values: {} }];
  const more = MORE[section];
  return {
    version: stored?.version ?? 0,
    rows: rows.map((row) => plant(section, { ...row, values: { ...row.values, ...more } }, MORE.basic ?? {})),
  };
}

test('what a member entrusts the association with stands where it belongs, and nowhere else', async () => {
  const lines: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  log.level = 'trace';
  const { as, actor, lawyerId } = person;
  await fillProfile(actor);
  const refusals: unknown[] = [];
  const ofStaff: unknown[] = [];
  for (const section of Object.keys(MORE) as SectionKey[]) {
    const { version, rows } = await planted(as, section);
    const wrong = rows.map((row) => ({ ...row, values: { ...row.values, unheardOf: '1' } }));
    const refused = await save(as, section, { version, rows: wrong, saidNone: false });
    const taken = await save(as, section, { version, rows, saidNone: false });
    expect([section, refused.status, taken.status]).toEqual([section, 422, 200]);
    refusals.push(refused.json);
  }
  // Of 基本信息, the party, work and schools; of home, emergencies, witnesses and relatives.
  expect(personal.length).toBeGreaterThanOrEqual(13);
  expect(sensitive.length).toBeGreaterThanOrEqual(10);

  const handIn = async () => {
    const confirmed = await confirm(as);
    const sent = await submit(as);
    expect([confirmed.json['error'], sent.json['error']]).toEqual([undefined, undefined]);
  };
  await handIn();
  const { id } = await profileOf(lawyerId);
  ofStaff.push((await decide(registrar, id, { family: '请补充家庭成员的工作单位' })).json);
  await save(as, 'family', await planted(as, 'family'));
  await handIn();
  expect((await decide(registrar, id)).json).toMatchObject({ state: 'approved' });
  const [row] = (await planted(as, 'basic')).rows;
  await ask(as, 'basic', { ...row?.values, ethnicity: '02' });
  const change = await openOf(lawyerId, 'basic');
  ofStaff.push(await shown(registrar, change.id));
  expect((await pass(registrar, change.id, change.version)).status).toBe(200);
  while ((await doDueWork()) > 0);

  const firm = await memberToken({ firmId });
  const colleague = (await signedInLawyer(firmId)).as;
  const foreign = (await readEverything(firm)) + (await readEverything(colleague));
  const said = foreign + JSON.stringify(refusals) + lines.join('');
  expect(found(sensitive, (await dump()) + said + JSON.stringify(ofStaff))).toEqual([]);
  expect(found(personal, (await dump((table) => table.startsWith('profile_'))) + said)).toEqual([]);
  // P4: the number, which every page and every letter of these days was made with.
  const lawyer = await Lawyer.findByPk(lawyerId, { rejectOnEmpty: true });
  const number = decryptIdentity(lawyer);
  const everything = (await dump()) + said + JSON.stringify([ofStaff, await own(as)]);
  expect(found([number], everything)).toEqual([]);
  // Control: it is there, encrypted, and opens.
  expect([number.length, everything.includes(lawyer.identitySealed)]).toEqual([18, true]);
  // Control: what may be read is found where it belongs, and by who may.
  expect(found(personal, await dump())).toHaveLength(personal.length);
  log.info(sensitive[0]);
  expect(found(sensitive, lines.join(''))).toHaveLength(1);
});
