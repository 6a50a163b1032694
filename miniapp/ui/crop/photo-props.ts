export interface PhotoProps {
  src: string;
  label: string;
  className?: string | undefined;
}
