import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const key = 'mentor-theme';
const query = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function remembered(): Theme {
  const kept = localStorage.getItem(key);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}
let theme = remembered();
const show = (): void => {
  document.documentElement.dataset.theme = theme;
};
show();

const subscribe = (changed: () => void): (() => void) => {
  query.addEventListener('change', changed);
  listeners.add(changed);
  return () => {
    query.removeEventListener('change', changed);
    listeners.delete(changed);
  };
};

/** Chooses light, dark, or what the system says; remembered in this browser. */
export function chooseTheme(chosen: Theme): void {
  theme = chosen;
  if (chosen === 'system') localStorage.removeItem(key);
  else localStorage.setItem(key, chosen);
  show();
  for (const tell of listeners) tell();
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, () => theme);

/** Whether the page is dark right now. */
export const useDark = (): boolean =>
  useSyncExternalStore(subscribe, () => (theme === 'system' ? query.matches : theme === 'dark'));
