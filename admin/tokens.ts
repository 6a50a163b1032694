/** Design tokens of look.md. Everything else refers to them: antd through `theme.ts`, own rules through CSS variables of the same names. */
export const tokens = {
  ink: '#1B2430',
  second: '#4A5565',
  third: '#7A8594',
  line: '#E4E7EC',
  ground: '#F6F7F9',
  sheet: '#FFFFFF',
  blue: '#1F3A68',
  pressed: '#162B4F',
  wash: '#EEF2F8',
  red: '#B4232A',
  green: '#1E7A4C',
  amber: '#9A6200',
  /** Grounds of a message in that colour: light enough that ink reads well on them. */
  redWash: '#FBEFEF',
  greenWash: '#EEF6F1',
  amberWash: '#FBF5E9',
} as const;

/** Makes the tokens available to the style sheet as `--ink`, `--line` … */
export function publishTokens(root: HTMLElement): void {
  for (const [name, value] of Object.entries(tokens)) root.style.setProperty(`--${name}`, value);
}
