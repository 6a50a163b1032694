/** Tables of modules below that SQL of this one reads; whose rows a member gets stands in `bff/personal-data.ts`. */
export const reads = [
  'accounts',
  'activity_registrations',
  'applications',
  'bulk_orders',
  'certificates',
  'chats',
  'firms',
  'lawyers',
  'paper_orders',
  'payments',
  'profile_history',
  'profile_snapshots',
  'profiles',
  'registration_forms',
  'tickets',
] as const;
