import { type FormEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { api, isRecord, type Json, type Modal, type Person, recordsAt, textAt, type Values } from './api';
import { Blocks } from './Blocks';
import { Field, startValue } from './Field';
import { useTrap } from './useTrap';

type Shown = {
  readonly modal: Modal;
  readonly person: string;
  readonly people: readonly Person[];
  readonly act: (what: () => Promise<unknown>) => Promise<void>;
};

const words = (view: Json, key: string): string | undefined => {
  const text = view[key];
  return isRecord(text) ? textAt(text, 'text') : undefined;
};

const isInput = (block: Json): boolean => block.type === 'input';
const idOf = (block: Json): string => textAt(block, 'block_id') ?? '';

/** Where one begins to fill in; of radio buttons that is the chosen one, as by Tab. */
function firstField(frame: HTMLElement): HTMLElement | undefined {
  const [first] = frame.querySelectorAll<HTMLElement>(
    '.fields :is(input, select, textarea, button), footer button:last-child',
  );
  const chosen = first?.closest('fieldset')?.querySelector<HTMLElement>('input[type="radio"]:checked');
  return chosen ?? first;
}

/** A Slack modal. What was typed stays while the fields keep their block ids. */
export function ModalFrame({ modal, person, people, act }: Shown) {
  const { view, errors } = modal;
  const blocks = recordsAt(view, 'blocks');
  const [typed, setTyped] = useState<Values>({});
  const [mended, setMended] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const frame = useRef<HTMLFormElement>(null);
  const title = useId();
  const fields = blocks.filter(isInput);
  const complaint = JSON.stringify(errors);
  const values: Values = Object.fromEntries(
    fields.map((block) => [idOf(block), typed[idOf(block)] ?? startValue(block)]),
  );

  const during = async (what: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    await act(what);
    setBusy(false);
  };
  const close = (): void => void during(() => api.close({ person, channel: 'slack' }));
  const onKeyDown = useTrap(frame, close);

  useLayoutEffect(() => {
    if (frame.current) firstField(frame.current)?.focus();
  }, []);
  useEffect(() => {
    if (complaint === '{}') return;
    setMended([]);
    frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [complaint]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy) return;
    setMended([]);
    void during(() => api.submit({ person, values }).catch(formShowsIt));
  };
  const change = (block: Json, value: string | readonly string[]): void => {
    setMended((before) => [...before, idOf(block)]);
    const all = { ...values, [idOf(block)]: value };
    setTyped(all);
    const element = isRecord(block.element) ? block.element : {};
    if (block.dispatch_action !== true || typeof value !== 'string' || element.type === 'plain_text_input') return;
    const clicked = { action: String(element.action_id), block: idOf(block), value, values: all };
    void act(() => api.click({ person, channel: 'slack', message: 'modal', ...clicked }));
  };

  return (
    <div className="cover">
      <form
        ref={frame}
        className="modal"
        role="dialog"
        aria-modal="true"
        aria-labelledby={title}
        noValidate
        onSubmit={submit}
        onKeyDown={onKeyDown}
      >
        <header>
          <h2 id={title}>{words(view, 'title')}</h2>
          <button type="button" aria-label="Close the form" onClick={close}>
            ×
          </button>
        </header>
        <div className="fields">
          {blocks.map((block) =>
            isInput(block) ? (
              <Field
                key={idOf(block)}
                block={block}
                value={values[idOf(block)] ?? ''}
                error={mended.includes(idOf(block)) ? undefined : errors[idOf(block)]}
                change={(value) => change(block, value)}
                search={async (text) => (await api.search({ person, block: idOf(block), text })).options}
              />
            ) : (
              <Blocks
                key={idOf(block)}
                blocks={[block]}
                people={people}
                click={(clicked) =>
                  act(() => api.click({ person, channel: 'slack', message: 'modal', values, ...clicked }))
                }
              />
            ),
          )}
        </div>
        <footer className="row end">
          <button type="button" onClick={close}>
            {words(view, 'close') ?? 'Cancel'}
          </button>
          {words(view, 'submit') && (
            <button type="submit" className="main" aria-disabled={busy}>
              {words(view, 'submit')}
            </button>
          )}
        </footer>
      </form>
    </div>
  );
}

/** A refusal that names fields stands at the fields already; it needs no toast. */
function formShowsIt(error: unknown): void {
  if (error instanceof Error && error.message.startsWith('Some fields still need you.')) return;
  throw error;
}
