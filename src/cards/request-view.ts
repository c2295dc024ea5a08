import type { DateTime } from 'luxon';
import type { Request } from '../mentoring';
import type { Contact } from './contact';

export type PersonOnCard = {
  readonly id: string;
  readonly name: string;
  readonly office: string | null;
  readonly grade: string | null;
};

/** The mentee's next choice, who was asked by itself; `rank` from 2. */
export type NextAsked = { readonly request: string; readonly mentor: string; readonly rank: number };

/** A request as one of its two people sees it, at `now`, in her zone. */
export type RequestView = {
  readonly request: Request;
  readonly topic: string;
  readonly mentor: PersonOnCard;
  readonly mentee: PersonOnCard;
  readonly need: string;
  readonly suits: string | null;
  /** The mentor has not got it, as no message reaches her. */
  readonly untold: boolean;
  readonly reason: string | null;
  /** The mentor's one question, and the mentee's answer to it. */
  readonly question: string | null;
  readonly answer: string | null;
  /** To the mentee alone: who is asked after this one, and who was when it did not work out. */
  readonly nextChoices: readonly string[];
  readonly next: NextAsked | null;
  /** How the reader reaches the other one. */
  readonly contact: Contact;
  /** The reader's own address, which the other one gets where they write by email. */
  readonly ownEmail: string;
  /** What became of it where it was accepted; null else. */
  readonly pairing: { readonly id: string; readonly isOver: boolean } | null;
  readonly expiresAt: DateTime;
  readonly remindAt: DateTime;
  readonly zone: string;
  readonly now: DateTime;
};

/** Which of the two reads a card. */
export type Reader = 'mentor' | 'mentee';
