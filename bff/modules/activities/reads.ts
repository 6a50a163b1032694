/** Tables of modules below that SQL of this one reads. */
export const reads = [
  'activity_hours',
  'firms',
  'lawyers',
  'notice_choices',
  'payments',
  'refunds',
  'uploads',
] as const;
