/** Tables of modules below that SQL of this one reads. */
export const reads = [
  'account_holds',
  'accounts',
  'applications',
  'certificate_matters',
  'certificates',
  'change_requests',
  'contact_changes',
  'member_changes',
  'office_years',
  'paper_orders',
  'payment_differences',
  'profile_changes',
  'profile_photos',
  'profiles',
  'refunds',
  'tickets',
] as const;
