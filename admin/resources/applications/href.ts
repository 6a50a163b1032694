/** The address of an application's own page. */
export const applicationHref = ({ id }: { id: number }): string => `/applications/${id}`;

/** The review desk: what waits, oldest first. */
export const QUEUE_HREF = '/applications?state=pending&order=oldest';
