import type { z } from 'zod';
import type { TokenName } from '../cards';
import type { FormValues, Reply, Token } from '../chat';
import type { Caller, House, Tx } from '../services';

type Answer = Promise<readonly Reply[]>;

/** Who acts, in the transaction of this turn, in which house. */
export type Scene = { readonly tx: Tx; readonly caller: Caller; readonly house: House };

/** What an intent works with. */
export type Turn = Scene & {
  /** Goes on with what a button would do. */
  lead(token: Token): Answer;
  /** Goes on with words, as if she had just said them. */
  hear(text: string): Answer;
};

/** One thing a person can ask, by a button or by words that lead to the same arguments, or by a form that is sent. */
export type Intent = {
  readonly name: TokenName;
  /** Whether it has a form that is sent. */
  readonly takesForm: boolean;
  /** Undefined where the arguments are not of this intent's form. */
  run(args: unknown, turn: Turn): Answer | undefined;
  submit(args: unknown, values: FormValues, turn: Turn): Answer | undefined;
  /** Somebody types into a search field: what can be picked. */
  search(args: unknown, text: string, turn: Turn): Answer | undefined;
};

/** Makes an intent that checks its arguments at the door. */
export function intent<S extends z.ZodType>(
  name: TokenName,
  schema: S,
  own: {
    run(args: z.infer<S>, turn: Turn): Answer;
    submit?(args: z.infer<S>, values: FormValues, turn: Turn): Answer;
    search?(args: z.infer<S>, text: string, turn: Turn): Answer;
  },
): Intent {
  return {
    name,
    takesForm: own.submit !== undefined,
    run(args, turn) {
      const known = schema.safeParse(args);
      return known.success ? own.run(known.data, turn) : undefined;
    },
    submit(args, values, turn) {
      const known = schema.safeParse(args);
      return known.success ? own.submit?.(known.data, values, turn) : undefined;
    },
    search(args, text, turn) {
      const known = schema.safeParse(args);
      return known.success ? own.search?.(known.data, text, turn) : undefined;
    },
  };
}
