import { z } from 'zod';
import { setTimeout as pause } from 'node:timers/promises';
import type { MemberActor } from '../../actor.ts';
import { updateFirm } from '../../modules/registry/firms/update-firm.ts';
import { updateLawyer } from '../../modules/registry/lawyers/update-lawyer.ts';
import { select } from '../../platform/db/database.ts';
import { submit } from '../factories/certificate.ts';
import {
  firmData,
  lawyerData,
  makeDiscipline,
  makeFirm,
  makeLawyer,
  memberActor,
  staffActor,
} from '../factories/registry.ts';

/** A fact that staff enter while a letter about it is being decided. */
export interface Race {
  actor: MemberActor;
  /** The letter that is asked for. */
  type: string;
  enter(): Promise<unknown>;
  /** Whether a letter says what is no longer true once the fact is there. */
  denies(letter: string): boolean;
}

const registrar = staffActor('registrar');

async function firmWithLawyer() {
  const firm = await makeFirm();
  return { firm, lawyer: await makeLawyer({ firmId: firm.id }), actor: await memberActor({ firmId: firm.id }) };
}

export const RACES: Record<string, () => Promise<Race>> = {
  'a discipline record of the firm': async () => {
    const { firm, actor } = await firmWithLawyer();
    return {
      actor,
      type: 'firm-clean',
      denies: (letter) => letter.includes('未受到'),
      enter: () => makeDiscipline({ subjectKind: 'firm', subjectId: firm.id }),
    };
  },
  'a discipline record of one of its lawyers': async () => {
    const { lawyer, actor } = await firmWithLawyer();
    return {
      actor,
      type: 'firm-all-lawyers-clean',
      denies: (letter) => letter.includes('未受到'),
      enter: () => makeDiscipline({ subjectKind: 'lawyer', subjectId: lawyer.id }),
    };
  },
  'a lawyer who leaves the firm': async () => {
    const { lawyer, actor } = await firmWithLawyer();
    const { licenceNo, version } = lawyer;
    const input = lawyerData({ licenceNo, version, identityNumber: undefined, firmId: (await makeFirm()).id });
    return {
      actor,
      type: 'firm-all-lawyers-clean',
      denies: (letter) => letter.includes(licenceNo),
      enter: () => updateLawyer({ actor: registrar, id: lawyer.id, input }),
    };
  },
  'a new name of the firm in which a lawyer practises': async () => {
    const { firm, lawyer } = await firmWithLawyer();
    const { licenceNo, uscc, version, name } = firm;
    const input = firmData({ licenceNo, uscc, version, name: `新${name}` });
    return {
      type: 'lawyer-clean',
      denies: (letter) => letter.includes(`现为${name}`),
      actor: await memberActor({ lawyerId: lawyer.id }),
      enter: () => updateFirm({ actor: registrar, id: firm.id, input }),
    };
  },
};

export interface Tally {
  /** The fact came first, and no letter denies it. */
  seen: number;
  /** The letter was decided first; the fact waited for it. */
  waited: number;
  /** The fact was there, and a letter that denies it was decided after that. */
  stale: number;
}

/**
 * Runs at least `least` races and up to `most` until `enough`; the application or the fact has a head start of up to
 * `spreadMs`. The fact is committed when `enter` resolves: a letter that is not in the database by then is decided
 * after it, and must not deny it.
 */
export async function runRaces(
  make: () => Promise<Race>,
  settings: { least: number; most: number; spreadMs: number; enough: (tally: Tally) => boolean },
): Promise<Tally> {
  const { least, most, spreadMs, enough } = settings;
  const tally: Tally = { seen: 0, waited: 0, stale: 0 };
  for (let n = 0; n < least || (n < most && !enough(tally)); n++) {
    const race = await make();
    const headStart = ((n % 20) / 10 - 1) * spreadMs;
    const submitting = pause(Math.max(0, -headStart)).then(() => submit(race.actor, { type: race.type }));
    await pause(Math.max(0, headStart));
    await race.enter();
    const before = await letterOf(race.actor);
    await submitting;
    const after = await letterOf(race.actor);
    if (before !== undefined) tally.waited++;
    else if (after !== undefined && race.denies(after)) tally.stale++;
    else tally.seen++;
  }
  return tally;
}

async function letterOf({ accountId }: MemberActor): Promise<string | undefined> {
  const [row] = await select(
    z.strictObject({ letter: z.string() }),
    'SELECT c.letter FROM certificates c JOIN applications a ON a.id = c.application_id WHERE a.account_id = ?',
    [accountId],
  );
  return row?.letter;
}
