/** What is handed to another program: a title and where it leads. */
export interface ShareButtonProps {
  title: string;
  /** Address for browsers. */
  url: string;
  /** The same page inside the mini-program. */
  path: string;
}
