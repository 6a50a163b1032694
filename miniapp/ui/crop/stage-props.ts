export interface CropStageProps {
  /** What an image can show. */
  src: string;
  /** How the picture lies behind the frame. */
  picture: Record<string, string>;
  /** The size of the frame, px. */
  width: number;
  height: number;
  className?: string | undefined;
  /** What a screen reader says of it; the buttons beneath do the same by keyboard. */
  label: string;
  /** The picture was dragged by so many px. */
  onMove: (by: { dx: number; dy: number }) => void;
  /** Two fingers, or the wheel: nearer above 1. */
  onZoom: (factor: number) => void;
}
