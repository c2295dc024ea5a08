import { useSyncExternalStore } from 'react';

const query = matchMedia('(prefers-color-scheme: dark)');
const subscribe = (changed: () => void): (() => void) => {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

export const useDark = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
