import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';

const kept = 'mentor-theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

const chosen = (): Theme | undefined => {
  const theme = localStorage.getItem(kept);
  return theme === 'light' || theme === 'dark' ? theme : undefined;
};
const current = (): Theme => chosen() ?? (system.matches ? 'dark' : 'light');

/** The page's colors follow an attribute of the document, so that styles and drawings always agree. */
function show(): void {
  document.documentElement.dataset.theme = current();
  for (const tell of listeners) tell();
}
system.addEventListener('change', show);
show();

/** Chooses a theme for good; the system's own choice counts until then. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(kept, theme);
  show();
}

const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

export const useTheme = (): Theme => useSyncExternalStore(subscribe, current);
