/** The mini-program pays at once: nobody scans anything there. */
export function PayCode(_props: { picture: string }) {
  return null;
}
