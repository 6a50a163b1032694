/** Tables of modules below that SQL of this one reads. */
export const reads = [
  'activity_hours',
  'firms',
  'lawyers',
  'notice_choices',
  'payments',
  'refunds',
  'timeline_entries',
  'uploads',
] as const;
