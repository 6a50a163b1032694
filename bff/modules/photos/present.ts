import { toIso } from '../../contract/dates.ts';
import { PHOTO_FINDINGS, type PhotoFinding } from '../../contract/photos/enums.ts';
import type { OwnPhoto } from '../../contract/photos/replies.ts';
import type { Photo } from './model.ts';

export const wordsOf = (findings: readonly PhotoFinding[]) =>
  findings.map((finding) => ({ finding, words: PHOTO_FINDINGS[finding].words }));

/** A photo as its lawyer sees it; the figures are for staff. */
export function presentOwn(photo: Photo | null | undefined): OwnPhoto['current'] {
  if (!photo) return null;
  const { id, state, way, createdAt, activatedAt, findings, opinion } = photo;
  return {
    id,
    state,
    way,
    createdAt: toIso(createdAt),
    activatedAt: toIso(activatedAt),
    warnings: wordsOf(findings).map(({ words }) => words),
    opinion: state === 'refused' ? opinion : '',
  };
}
