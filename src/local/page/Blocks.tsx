import { type MouseEvent, useState } from 'react';
import { type Block, Message } from 'slack-blocks-to-jsx';
import { elementsOf } from '../slack/elements';
import { isRecord, type Json, type Person, textAt } from './api';
import { Confirm } from './Confirm';
import { openLink } from './openLink';
import { SlackChart } from './SlackChart';
import { useDark } from './theme';

export type Clicked = { readonly action: string; readonly block: string };

type Shown = {
  readonly blocks: readonly Json[];
  readonly people: readonly Person[];
  readonly click: (clicked: Clicked) => void;
};

const isBlock = (block: unknown): block is Block => isRecord(block) && typeof block.type === 'string';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * The blocks as the drawing needs them: it reads even plain text as Slack's markup, so that is escaped; and the questions
 * before a button acts are ours to ask, as the drawing's own cannot be answered.
 */
function prepared(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(prepared);
  if (!isRecord(part)) return part;
  const { confirm: _confirm, ...rest } = part;
  if (rest.type === 'plain_text')
    return { ...rest, text: String(rest.text).replace(/[&<>]/g, (sign) => escapes[sign] ?? '') };
  return Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, prepared(inner)]));
}

/** Ours to draw: headers, as they are plain text, and charts, which the drawing does not know. */
const ours: readonly unknown[] = ['header', 'data_visualization'];

/** Neighbors that are drawn together; what is ours to draw stands alone. */
function runs(blocks: readonly Json[]): readonly (readonly Json[])[] {
  const all: Json[][] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    if (!last || ours.includes(block.type) || ours.includes(last[0]?.type)) all.push([block]);
    else last.push(block);
  }
  return all;
}

const headerText = (block: Json): string => (isRecord(block.text) ? (textAt(block.text, 'text') ?? '') : '');

/** The clicked button's element and block: the drawing keeps action_id and block_id as DOM ids. */
function clickedIn(blocks: readonly Json[], target: EventTarget): { element: Json; block: Json } | undefined {
  if (!(target instanceof Element)) return undefined;
  const button = target.closest('button');
  if (!button) return undefined;
  for (const block of blocks) {
    const element = elementsOf(block).find((one) => one.type === 'button' && one.action_id === button.id);
    if (
      element &&
      (button.closest(`[id="${CSS.escape(String(block.block_id))}"]`) ||
        !document.getElementById(String(block.block_id)))
    )
      return { element, block };
  }
  return undefined;
}

/** Slack blocks, drawn by slack-blocks-to-jsx, with buttons that work. */
export function Blocks({ blocks, people, click }: Shown) {
  const dark = useDark();
  const [asking, setAsking] = useState<{ confirm: Json; go: () => void }>();

  const press = (event: MouseEvent): void => {
    const found = clickedIn(blocks, event.target);
    if (!found) return;
    const { element, block } = found;
    const go = (): void => {
      const url = textAt(element, 'url');
      if (url) openLink(url);
      click({ action: String(element.action_id), block: String(block.block_id) });
    };
    if (isRecord(element.confirm)) setAsking({ confirm: element.confirm, go });
    else go();
  };

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside take focus and keys; this only listens */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key pressed on a button inside arrives as its click */}
      <div className="blocks" onClick={press}>
        {runs(blocks).map((run) => {
          const [first] = run;
          if (first?.type === 'header')
            return (
              <h3 key={String(first.block_id)} className="heading">
                {headerText(first)}
              </h3>
            );
          if (first?.type === 'data_visualization') return <SlackChart key={String(first.block_id)} block={first} />;
          return (
            <Message
              key={String(first?.block_id)}
              blocks={run.map(prepared).filter(isBlock)}
              logo=""
              name="Mentor Exchange"
              theme={dark ? 'dark' : 'light'}
              withoutWrapper
              data={{ users: people.flatMap(({ slackUser, name }) => (slackUser ? [{ id: slackUser, name }] : [])) }}
            />
          );
        })}
      </div>
      {asking && (
        <Confirm
          confirm={asking.confirm}
          answer={(yes) => {
            setAsking(undefined);
            if (yes) asking.go();
          }}
        />
      )}
    </>
  );
}
