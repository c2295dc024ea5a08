export type Bar = { readonly label: string; readonly value: number };

const figure = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...inside);
  return made;
}

/** Bars of one color, each with its label before and its figure behind it: a table, so that it can be read out row by row. */
export function barTable(
  bars: readonly Bar[],
  title: { readonly shown: string } | { readonly spoken: string },
): HTMLElement {
  const most = Math.max(0, ...bars.map(({ value }) => value));
  const rows = bars.map(({ label, value }) => {
    const bar = element('span', 'bar');
    bar.style.flexBasis = `${most > 0 ? (100 * Math.max(0, value)) / most : 0}%`;
    const name = element('th', '', label);
    name.scope = 'row';
    return element(
      'tr',
      '',
      name,
      element('td', '', element('div', 'measure', bar, element('b', '', figure.format(value)))),
    );
  });
  const table = element('table', 'bars', ...('shown' in title ? [element('caption', '', title.shown)] : []), ...rows);
  if ('spoken' in title) table.setAttribute('aria-label', title.spoken);
  return table;
}
