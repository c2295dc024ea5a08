declare module 'human-names' {
  export const allEn: readonly string[];
  export const allFr: readonly string[];
  export const allEs: readonly string[];
  export const allDe: readonly string[];
  export const allIt: readonly string[];
  export const allNl: readonly string[];
}
