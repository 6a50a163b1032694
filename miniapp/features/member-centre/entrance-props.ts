/** The way in by the association's own site. */
export interface CentreEntranceProps {
  /** Page to open afterwards. */
  back: string;
  onFault: (fault: unknown) => void;
}
