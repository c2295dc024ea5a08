export type Level = 'ok' | 'warning' | 'wrong';

/** One line of the doctor: what was looked at, how it stands, and what to do where it is not well. Never a secret. */
export type Finding = { readonly level: Level; readonly about: string; readonly says: string; readonly todo?: string };

export const ok = (about: string, says: string): Finding => ({ level: 'ok', about, says });
export const warning = (about: string, says: string, todo: string): Finding => ({
  level: 'warning',
  about,
  says,
  todo,
});
export const wrong = (about: string, says: string, todo: string): Finding => ({ level: 'wrong', about, says, todo });

/** What could not be looked at, because a variable that it depends on has a fault, which is told by itself. */
export const unseen = (about: string, variable: string): Finding =>
  warning(about, `not looked at, as ${variable} has a fault`, `Correct ${variable}, and ask again.`);
