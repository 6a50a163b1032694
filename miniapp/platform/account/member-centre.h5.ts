import type { BackFromCentre, LeaveForCentre, WhileAtCentre } from '../signatures.ts';

const KEY = 'while-at-member-centre';

export const leaveForCentre: LeaveForCentre = (url, kept, presentPage) => {
  sessionStorage.setItem(KEY, JSON.stringify(kept));
  if (presentPage === 'stays') location.assign(url);
  else location.replace(url);
};
export const backFromCentre: BackFromCentre = () => {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  history.replaceState(history.state, '', location.pathname);
  return kept ? (JSON.parse(kept) as WhileAtCentre) : null;
};
