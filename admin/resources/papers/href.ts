export const paperHref = ({ id }: { id: number }): string => `/papers/${id}`;
