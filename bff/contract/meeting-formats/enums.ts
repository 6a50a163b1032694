/** What is read of a line of a list. */
export const LINE_FIELDS = ['name', 'phone', 'joined', 'left'] as const;
export type LineField = (typeof LINE_FIELDS)[number];

/** Without these a line says nothing; some services tell no telephone number. */
export const NEEDED_FIELDS = ['name', 'joined', 'left'] as const satisfies LineField[];

export const LINE_FIELD_LABELS = {
  name: '名称列',
  phone: '手机号列',
  joined: '入会时间列',
  left: '离会时间列',
} as const satisfies Record<LineField, string>;
