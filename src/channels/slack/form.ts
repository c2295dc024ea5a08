import type { types } from '@slack/bolt';
import { type Block, type FieldErrors, type Form, type FormValues, notice, prose } from '../../chat';
import { fieldBlocks } from './fields';
import { drawWithin } from './fit';
import { limits } from './limits';
import { type Opener, writeMetadata } from './metadata';
import { plainText } from './rich';
import { clipErrors } from './submitted';
import { words } from './words';

/** What a window shows beside its fields. */
export type Filling = {
  readonly values?: FormValues;
  /** Errors to show at the top: those that Slack cannot mark at a field. */
  readonly errors?: FieldErrors;
  /** How chosen persons are called, by field id. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly on?: Opener;
  /**
   * A mark of letters and digits that no drawing of this window had before: fields of other action ids show the values
   * given here. Without it, Slack leaves what was typed into a window in its fields, whatever is drawn.
   */
  readonly anew?: string;
};

function errorNotices(form: Form, errors: FieldErrors): Block[] {
  return Object.entries(errors).map(([id, sentence]) => {
    const field = form.fields.find((each) => each.id === id);
    return notice('warning', field === undefined ? sentence : [{ bold: `${field.label}: ` }, sentence]);
  });
}

/** Draws a form as a modal window. Refuses (RangeError) a form that no single window can hold. */
export function formView(form: Form, filling: Filling = {}): types.ModalView {
  const { values = {}, errors = {}, labels = {}, on, anew } = filling;
  const fields = form.fields.flatMap((field) =>
    fieldBlocks(field, { values, labels, ...(anew !== undefined && { anew }) }),
  );
  const room = limits.view.blocks - fields.length;
  if (room < 1) throw new RangeError(`The form ${form.name} has more fields than one window can hold.`);
  const intro = drawWithin([...errorNotices(form, errors), ...(form.intro ?? [])], {
    blocks: room,
    characters: limits.message.characters,
  });
  return {
    type: 'modal',
    callback_id: form.name,
    private_metadata: writeMetadata(form, on),
    title: plainText(form.title, limits.view.title),
    submit: plainText(form.submit, limits.view.submit),
    close: plainText(words.cancel, limits.view.close),
    blocks: [...intro.map((block, index) => ({ ...block, block_id: `intro:${index}` })), ...fields],
  };
}

function messageView(sentence: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'waiting',
    title: plainText(words.waitTitle, limits.view.title),
    close: plainText(words.close, limits.view.close),
    blocks: drawWithin([prose(sentence)], limits.message).map((block) => ({ ...block, block_id: 'intro:0' })),
  };
}

/** What a window shows while an answer takes longer than Slack waits, and after the answer went elsewhere. */
export const waitingView = (): types.ModalView => messageView(words.wait);
export const doneView = (): types.ModalView => messageView(words.done);

/** How a window answers a submit whose reply is a form. */
export type FormAck =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: types.ModalView };

/**
 * Errors go to their fields when the window still shows this form and every error has its field there; Slack then keeps
 * what was typed. Any other error, and a next step, redraws the window with the values in it.
 */
export function formAck(form: Form, filling: Filling, shown: string): FormAck {
  const errors = Object.entries(filling.errors ?? {});
  const markable = form.name === shown && errors.every(([id]) => form.fields.some((field) => field.id === id));
  if (errors.length > 0 && markable) return { response_action: 'errors', errors: clipErrors(errors) };
  return { response_action: 'update', view: formView(form, filling) };
}
