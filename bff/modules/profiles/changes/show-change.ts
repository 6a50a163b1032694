import type { StaffActor } from '../../../actor.ts';
import { isSensitive, type Row } from '../../../contract/form-reading/fields.ts';
import { toIso } from '../../../contract/dates.ts';
import type { ProfileChangeDetail } from '../../../contract/profile-changes/replies.ts';
import { sectionInForce, withoutHidden } from '../../../contract/profile/field-settings.ts';
import type { OpenedSection } from '../../../contract/profile/replies.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofProfile } from '../../../subject.ts';
import { listFiles } from '../../files/list-files.ts';
import { splitRows } from '../facts/stored.ts';
import { tokensIn } from '../drafts/tokens-in.ts';
import { noteReading, noteView } from '../review/note-view.ts';
import { asWanted, compareChange } from './compare-change.ts';
import { judgeChanged, readInForce } from './in-force.ts';
import { loadChange } from './load-change.ts';

type ShownRow = ProfileChangeDetail['rows'][number];
const shown = (rows: readonly Row[]) => rows as readonly ShownRow[] as ShownRow[];

/** What a change comes to on what is in force now, whole. */
async function compared(actor: StaffActor, id: number) {
  const { change, profile } = await loadChange(actor, id);
  const isOpen = change.state === 'waiting' && profile.state === 'approved';
  const inForce = await readInForce(profile);
  return { change, profile, inForce, isOpen, ...compareChange(change, inForce, isOpen) };
}

/** A change for whoever reviews; once seen it is not amended any more. Throws `not_found`. */
export async function showChange({ actor, id }: { actor: StaffActor; id: number }): Promise<ProfileChangeDetail> {
  await noteOpened(actor, id);
  const { change, profile, inForce, isOpen, before, wanted, rows, conflicts } = await compared(actor, id);
  const { section: key, lawyerId } = change;
  const { facts } = inForce;
  await noteReading({ actor, lawyerId, sections: [key] });
  const section = sectionInForce(key, facts.fields);
  const judged = isOpen ? judgeChanged(inForce, { key, data: { rows, saidNone: change.saidNone } }) : { doubts: {} };
  const files = await listFiles(ofProfile(profile.id));
  const clear = (all: readonly Row[]) => shown(withoutHidden(key, facts.fields, splitRows(key, all).rows));
  const [shownBefore, shownWanted] = [clear(before), clear(wanted)];
  const tokens = new Set(tokensIn(key, [...shownBefore, ...shownWanted]));
  return {
    id,
    lawyerId,
    profileId: profile.id,
    name: String(facts.given['name']),
    licenceNo: String(facts.given['licenceNo']),
    firmName: String(facts.given['firm']),
    section: key,
    state: change.state,
    version: change.version,
    doubts: change.doubts,
    createdAt: toIso(change.createdAt),
    before: shownBefore,
    rows: clear(rows),
    wanted: shownWanted,
    saidNone: change.saidNone,
    conflicts,
    hasSensitive: section.fields.some((field) => isSensitive(section, field)),
    fields: facts.fields,
    findings: judged.doubts,
    files: files.filter((file) => tokens.has(file.id)),
    opinion: change.opinion,
    decidedBy: change.decidedByName,
    decidedAt: toIso(change.decidedAt),
    can: { decide: isOpen },
  };
}

async function noteOpened(actor: StaffActor, id: number): Promise<void> {
  await transaction(async (t) => {
    const { change } = await loadChange(actor, id, t);
    if (change.state !== 'waiting' || change.openedAt !== null) return;
    await change.update({ openedAt: clock.now() }, { transaction: t });
  });
}

/** Shows it whole, for a reason that is written down, for the member to read. Throws `not_found`. */
export async function openChange(look: { actor: StaffActor; id: number; reason: string }): Promise<OpenedSection> {
  const { actor, id, reason } = look;
  const { change, profile, inForce, isOpen, ...all } = await compared(actor, id);
  await noteView({ actor, profile, snapshot: inForce.snapshot, section: change.section, reason });
  // Of what both changed, the member's: what is in force stands beside it.
  const inUse = (rows: readonly Row[]) => shown(withoutHidden(change.section, inForce.facts.fields, rows));
  return { rows: inUse(isOpen ? asWanted(change, all) : all.rows), before: inUse(all.before) };
}
