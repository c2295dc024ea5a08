import { cleanText, type FormValues } from '../chat';

/** What was typed into a field, tidied; '' where nothing was. */
export const typed = (values: FormValues, id: string): string => {
  const value = values[id];
  return typeof value === 'string' ? cleanText(value).trim() : '';
};

/** What was ticked in a field of choices. */
export const ticked = (values: FormValues, id: string): readonly string[] => {
  const value = values[id];
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : value;
};
