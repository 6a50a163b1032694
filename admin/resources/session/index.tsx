import { page, type Resource } from '../../shell/resource.tsx';

/** One’s own door: second factor and password. Signing in is SessionDoor, before any page. */
export const session: Resource = {
  pages: [
    page('secondFactor', { access: 'staff' }, async () => (await import('./SecondFactor.tsx')).SecondFactor),
    page('password', { access: 'staff' }, async () => (await import('./Password.tsx')).Password),
  ],
};
