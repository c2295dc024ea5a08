import { Icon } from './icons';
import { chooseTheme, type Theme, useTheme } from './theme';

const next: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
const names: Readonly<Record<Theme, string>> = { system: 'Auto', light: 'Light', dark: 'Dark' };

/** Light, dark, or as the system has it: one button that goes round. */
export function Themes() {
  const theme = useTheme();
  return (
    <button type="button" onClick={() => chooseTheme(next[theme])} title={`Turn to: ${names[next[theme]]}`}>
      <Icon name="sun" />
      <span className="hidden">Colors: </span>
      {names[theme]}
    </button>
  );
}
