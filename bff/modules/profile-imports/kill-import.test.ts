import { expect, test } from '@jest/globals';
import '../../models.ts';
import { clock } from '../../platform/clock/clock.ts';
import { eventually } from '../../test/eventually.ts';
import { basicBookRow, profileBook, schoolBookRow } from '../../test/factories/profiles/profile-book.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../test/office.ts';
import { killAgainAndAgain } from '../../test/trouble/killed-office.ts';
import { Profile, ProfileSnapshot } from '../profiles/model.ts';
import { applyImport } from './decide-import.ts';
import { Import } from './model.ts';
import { showImport } from './show-import.ts';
import { stageImport } from './staging/stage-import.ts';

useOffice();
const actor = staffActor('registrar');

const LAWYERS = 320;
const MOST_KILLS = 12;
const WANTED_KILLS = 2;
/** A quick machine may have written a whole workbook before the first kill: then another one. */
const MOST_BOOKS = 4;

test('killed again and again, an import of profiles is finished: every lawyer once and whole', async () => {
  const passerBy = await memberActor({ firmId: (await makeFirm()).id });
  let amidWork = 0;
  for (let books = 1; amidWork === 0 && books <= MOST_BOOKS; books++) {
    const lawyers = await Promise.all(Array.from({ length: LAWYERS }, () => makeLawyer()));
    const lawyerId = lawyers.map(({ id }) => id);
    const bytes = await profileBook({
      基本信息: lawyers.map((one) => basicBookRow(one)),
      教育经历: lawyers.map((one) => schoolBookRow(one)),
    });
    const query = { source: '省律协会员系统', asOf: clock.today(), sensitive: 'no' as const };
    const id = await stageImport({ actor, query, name: '个人档案.xlsx', bytes });
    while ((await showImport({ actor, id })).state === 'checking') await doDueWork();
    await applyImport({ actor, id });
    await killAgainAndAgain({
      actors: [passerBy],
      mostAnswers: 1,
      async afterKill(kills) {
        const { state, applied } = await Import.findByPk(id, { rejectOnEmpty: true });
        // Pieces are whole, and so is every lawyer in them: a profile, its snapshot with both sections.
        const snapshots = await ProfileSnapshot.findAll({ where: { lawyerId } });
        expect(snapshots).toHaveLength(applied);
        expect(await Profile.count({ where: { lawyerId, state: 'approved' } })).toBe(applied);
        const halves = snapshots.filter(({ content }) => !content.sections.basic || !content.sections.education);
        expect(halves).toEqual([]);
        if (state === 'applying') amidWork++;
        return state !== 'applied' && amidWork < WANTED_KILLS && kills < MOST_KILLS ? 'again' : 'enough';
      },
    });
    await eventually(
      async () => {
        await doDueWork();
        expect((await Import.findByPk(id, { rejectOnEmpty: true })).state).toBe('applied');
      },
      { withinMs: 120_000, everyMs: 200 },
    );
    expect(await ProfileSnapshot.count({ where: { lawyerId } })).toBe(LAWYERS);
    expect((await showImport({ actor, id })).lawyers).toMatchObject({ create: LAWYERS, refused: 0 });
  }
  expect(amidWork).toBeGreaterThan(0);
}, 300_000);
