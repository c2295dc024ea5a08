const width = 30;

export type Progress = { show(done: number, of: number): void; end(): void };

/** A bar on a terminal that goes away at the end; nothing where nobody watches. */
export function progressOn(out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>): Progress {
  if (!out.isTTY) return { show: () => undefined, end: () => undefined };
  let shown = false;
  return {
    show(done, of) {
      const full = of === 0 ? width : Math.round((width * done) / of);
      const bar = '#'.repeat(full) + '-'.repeat(width - full);
      shown = true;
      out.write(`\r[${bar}] ${done.toLocaleString('en-US')} of ${of.toLocaleString('en-US')} `);
    },
    end() {
      if (shown) out.write('\r\u001b[K');
    },
  };
}
