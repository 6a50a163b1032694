import { useState } from 'react';
import type { Verdict } from '../../../bff/contract/profile/enums.ts';
import type { SectionKey } from '../../../bff/contract/profile/profile.ts';
import type { ProfileDetail } from '../../../bff/contract/profile/replies.ts';

export interface Said {
  verdict: Verdict;
  opinion: string;
}
export type Reviewed = ProfileDetail['sections'][number];

/** Whether nobody has to decide a section: it stands as somebody passed it before. */
export const isPassedBefore = ({ passedBefore }: Reviewed): boolean => passedBefore !== null;

/** What a reviewer says of the sections, and at which of them the keys are; the server hears of it at 完成审核. */
export function useReview({ sections }: ProfileDetail) {
  const toDecide = sections.filter((section) => !isPassedBefore(section));
  const [said, setSaid] = useState<Partial<Record<SectionKey, Said>>>({});
  const [at, setAt] = useState<SectionKey | null>(toDecide[0]?.key ?? sections[0]?.key ?? null);
  const [rejecting, setRejecting] = useState<SectionKey | null>(null);
  const go = (key: SectionKey | undefined) => {
    if (key === undefined) return;
    setAt(key);
    document.getElementById(`section-${key}`)?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  };
  const keys = sections.map(({ key }) => key);
  const step = (by: 1 | -1) => go(keys[at === null ? 0 : keys.indexOf(at) + by]);
  /** The next that nobody has decided, behind this one. */
  const goOn = (from: SectionKey, done: Partial<Record<SectionKey, Said>>) =>
    go(
      toDecide.find(({ key }) => !done[key] && keys.indexOf(key) > keys.indexOf(from))?.key ??
        toDecide.find(({ key }) => !done[key])?.key,
    );
  const say = (key: SectionKey, one: Said) => {
    const next = { ...said, [key]: one };
    setSaid(next);
    setRejecting(null);
    goOn(key, next);
  };
  return {
    at,
    setAt,
    said,
    toDecide,
    isWhole: toDecide.every(({ key }) => said[key]),
    rejected: toDecide.filter(({ key }) => said[key]?.verdict === 'reject').length,
    rejecting,
    reject: (key: SectionKey) => {
      setAt(key);
      setRejecting(key);
    },
    keep: () => setRejecting(null),
    pass: (key: SectionKey) => say(key, { verdict: 'pass', opinion: '' }),
    refuse: (key: SectionKey, opinion: string) => say(key, { verdict: 'reject', opinion }),
    next: () => step(1),
    previous: () => step(-1),
    decisions: () =>
      toDecide.flatMap(({ key }) => {
        const one = said[key];
        return one ? [{ section: key, verdict: one.verdict, opinion: one.opinion }] : [];
      }),
  };
}
export type Review = ReturnType<typeof useReview>;
