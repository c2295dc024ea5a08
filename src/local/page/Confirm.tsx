import { useLayoutEffect, useRef } from 'react';
import { isRecord } from '../json';
import { type Json, textAt } from './api';

const words = (confirm: Json, key: string): string => {
  const text = confirm[key];
  return isRecord(text) ? (textAt(text, 'text') ?? '') : '';
};

/** The question before a button acts. */
export function Confirm({ confirm, answer }: { confirm: Json; answer: (yes: boolean) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closing gives the focus back to the button that asked.
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby="confirm-title" onCancel={() => answer(false)}>
      <h2 id="confirm-title">{words(confirm, 'title')}</h2>
      <p>{words(confirm, 'text')}</p>
      <div className="row end">
        <button type="button" onClick={() => answer(false)}>
          {words(confirm, 'deny')}
        </button>
        <button type="button" className="main" onClick={() => answer(true)}>
          {words(confirm, 'confirm')}
        </button>
      </div>
    </dialog>
  );
}
