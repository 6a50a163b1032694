/** Tables of modules below that SQL of this one reads. */
export const reads = ['firms', 'lawyers', 'notice_choices', 'payments', 'refunds', 'uploads'] as const;
