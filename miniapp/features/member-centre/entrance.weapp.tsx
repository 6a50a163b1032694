import type { CentreEntranceProps } from './entrance-props.ts';

/** The mini-program signs in by WeChat: another site's page cannot lead back into it. */
export function CentreEntrance(_props: CentreEntranceProps) {
  return null;
}
