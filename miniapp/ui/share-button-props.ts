/** What a chat shows of a page of the mini-program, and where it leads. */
export interface Card {
  title: string;
  path: string;
}
/** What is handed to another program: a title and where it leads. */
export interface ShareButtonProps {
  title: string;
  /** Address for browsers. */
  url: string;
  /** The same page inside the mini-program. */
  path: string;
}
