import { useEffect, useRef } from 'react';
import { recordAt, recordsAt } from '../json';
import { type Json, textAt } from './api';
import { barTable } from './bars';

/** A `data_visualization` block with one series of bars. */
export function SlackChart({ block }: { readonly block: Json }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chart = recordAt(block, 'chart');
    const unit = textAt(recordAt(chart, 'axis_config'), 'y_label');
    const [series] = recordsAt(chart, 'series');
    const bars = recordsAt(series ?? {}, 'data').map(({ label, value }) => ({
      label: String(label),
      value: Number(value),
    }));
    const title = `${textAt(block, 'title') ?? ''}${unit === undefined ? '' : ` (${unit})`}`;
    place.current?.replaceChildren(barTable(bars, { shown: title }));
  }, [block]);
  return <div ref={place} />;
}
