import { holds, NO_DATA, SELF, type SectionData } from '../../../contract/form-reading/fields.ts';
import type { Value, Values } from '../../../contract/forms/language.ts';
import { sectionInForce } from '../../../contract/profile/field-settings.ts';
import type { ProfileSection } from '../../../contract/profile/language.ts';
import { profileSection, SECTION_KEYS, type SectionKey } from '../../../contract/profile/profile.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { sha256 } from '../../../platform/crypto/sha256.ts';
import { validateSection, type FormContext, type Judged } from '../../forms/validate-section.ts';
import type { ProfileFacts } from '../facts/read-facts.ts';
import type { Life, RuleInput } from '../rules/finding.ts';
import { findingsOf } from '../rules/rules.ts';
import { lifeOf } from '../rules/work-gap.ts';
import { doubtsOfSeen } from './seen-doubts.ts';
import { unprintableIn } from './unprintable.ts';

/** A section as it is judged. */
export interface JudgedSection {
  key: SectionKey;
  /** As it would be submitted. */
  data: SectionData;
  faults: Record<string, string>;
  doubts: Record<string, string>;
  /** Whether anything was entered, or 本人无此项 said. */
  isTouched: boolean;
  /** Nothing is missing, nothing is wrong; whether 基本信息 is confirmed stands apart. */
  isComplete: boolean;
  /** Nobody has to fill it in: refused, or not asked for. */
  isLeftOut: boolean;
}

export type Drafts = Partial<Record<SectionKey, SectionData>>;

/**
 * Judges every section that is shown, as a whole: what 基本信息 says decides what others ask. Reckoned anew with each
 * answer, so that it is never stale.
 */
export function judgeProfile(drafts: Drafts, facts: ProfileFacts): JudgedSection[] {
  const basic = basicValues(drafts);
  const typedBirth = typeof basic['birthOn'] === 'string' ? basic['birthOn'] : null;
  const context: FormContext = {
    values: facts.given,
    given: new Set(Object.keys(facts.given)),
    birthOn: facts.birthOn ?? typedBirth,
    today: clock.today(),
  };
  const beside = { ...basic, ...facts.given };
  const all = SECTION_KEYS.map((key): ProfileSection => sectionInForce(key, facts.fields));
  const shown = all.filter(({ shownIf }) => !shownIf || holds(shownIf, beside));
  const validated = shown.map((section): Validated => {
    const draft = drafts[section.key as SectionKey] ?? NO_DATA;
    const own =
      section.key === 'basic' ? context : { ...context, values: others(section, beside), given: new Set<string>() };
    return { section, draft, context: own, ...validateSection(section, atLeastOne(section, draft), own) };
  });
  // Of what would be submitted: what is hidden or wrong fills no life.
  const rowsIn = (key: SectionKey) => validated.find(({ section }) => section.key === key)?.data.rows ?? [];
  const life = lifeOf({ education: rowsIn('education'), work: rowsIn('work'), periods: facts.periods });
  return validated.map((one) => {
    const { draft } = one;
    const plain = judgeSection(one, { life, documents: facts.policy.documents });
    const judged = one.section.key === 'basic' ? withPhoto(plain, facts) : plain;
    if (judged.key === 'family' && isLeftOut(draft, facts)) return leftOut(judged, facts);
    return { ...judged, doubts: { ...judged.doubts, ...doubtsOfSeen(judged, facts.seenBefore) } };
  });
}

/** Nobody has to speak of relatives who does not agree to it, or is not asked. */
const isLeftOut = ({ rows, saidNone }: SectionData, { consents }: ProfileFacts): boolean =>
  rows.length === 0 && !saidNone && (consents.family === 'refused' || consents.family === 'closed');

const leftOut = (family: JudgedSection, { consents }: ProfileFacts): JudgedSection => ({
  ...family,
  faults: {},
  doubts: consents.family === 'refused' ? { _: '本人不同意提供家庭成员信息，任职回避请另行核对' } : {},
  isTouched: true,
  isComplete: true,
  isLeftOut: true,
});

/** A section as its own schema reads it, before any rule. */
interface Validated extends Judged {
  section: ProfileSection;
  draft: SectionData;
  context: FormContext;
}

/** A profile that nobody has begun starts with what the registry knows. */
export const begun = (drafts: Drafts, { prefilled }: Pick<ProfileFacts, 'prefilled'>): Drafts =>
  (drafts.basic?.rows.length ?? 0) > 0
    ? drafts
    : { ...drafts, basic: { rows: [{ id: SELF, values: prefilled }], saidNone: false } };

/** A form of one row is judged whether anybody has begun it or not. */
const atLeastOne = ({ shape }: ProfileSection, draft: SectionData): SectionData =>
  shape === 'single' && draft.rows.length === 0 ? { ...draft, rows: [{ id: SELF, values: {} }] } : draft;

/** The photo is kept elsewhere, and is part of 基本信息 all the same. */
function withPhoto(basic: JudgedSection, { hasPhoto, isPhotoByHand }: ProfileFacts): JudgedSection {
  if (isPhotoByHand) {
    const found = '照片选择了人工核验，请先在“照片”中与执业证照片页核对';
    return { ...basic, doubts: { ...basic.doubts, [`${SELF}.photo`]: found } };
  }
  if (hasPhoto) return basic;
  const words = '请上传证件照片，并完成核验或提交人工核验';
  return { ...basic, faults: { ...basic.faults, [`${SELF}.photo`]: words }, isComplete: false };
}

/**
 * The values beside a list, without the keys that its own rows use: a relative has a name, too, and it is not the lawyer's.
 */
function others(section: ProfileSection, beside: Values): Values {
  const own = section.fields.filter(({ key }) => key in beside);
  if (own.length === 0) return beside;
  const rest = { ...beside };
  for (const { key } of own) delete rest[key];
  return rest;
}

function judgeSection(
  { section, draft, context, data, faults }: Validated,
  besides: Pick<RuleInput, 'documents'> & { life: Life },
): JudgedSection {
  const found = findingsOf(section, data, { ...context, ...besides });
  const all = { ...unprintableIn(section, data), ...faults };
  for (const { kind, at, words } of found) if (kind === 'fault') all[at] ??= words;
  const doubts = Object.fromEntries(found.filter(({ kind }) => kind === 'doubt').map(({ at, words }) => [at, words]));
  return {
    key: section.key as SectionKey,
    data,
    faults: all,
    doubts,
    isTouched: draft.rows.length > 0 || draft.saidNone,
    isComplete: Object.keys(all).length === 0,
    isLeftOut: false,
  };
}

const basicValues = ({ basic }: Drafts): Values => basic?.rows[0]?.values ?? {};

/**
 * The hash of 基本信息 as it stands, with what the registry says in it. A confirmation holds as long as this hash stays the
 * same.
 */
export function confirmationHash(judged: readonly JudgedSection[], { given }: ProfileFacts): string {
  const basic = judged.find(({ key }) => key === 'basic');
  const ordered = (values: Readonly<Record<string, Value>>) =>
    Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  const said = ordered(basic?.data.rows[0]?.values ?? {});
  return sha256(JSON.stringify([profileSection('basic').version, ordered(given), said]));
}
