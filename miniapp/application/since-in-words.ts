/** 起始时间 as it was asked for: for lawyers who began to practise later it may be their own first day. */
export function sinceInWords({ since, sinceFirstPractice }: { since: string; sinceFirstPractice: boolean }): string {
  return sinceFirstPractice ? `${since}（其后首次执业的律师为各自首次执业之日）` : since;
}
