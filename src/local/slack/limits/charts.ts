import { z } from 'zod';
import { words } from './texts';

const label = words(20);
const point = z.strictObject({ label, value: z.number() });
const segment = z.strictObject({ label, value: z.number().positive('must be more than 0') });
const series = z.strictObject({ name: label, data: z.array(point).min(1).max(20) });

const repeats = (all: readonly string[]): boolean => new Set(all).size < all.length;

/** Bars, lines and areas: every series has one point for each category, and no other. */
const plotted = <Name extends string>(type: Name) =>
  z
    .strictObject({
      type: z.literal(type),
      series: z.array(series).min(1).max(6),
      axis_config: z.strictObject({
        categories: z.array(label).min(1).max(20),
        x_label: words(50).optional(),
        y_label: words(50).optional(),
      }),
    })
    .refine((it) => !repeats(it.series.map(({ name }) => name)), 'has two series of one name')
    .refine(
      ({ series: all, axis_config: { categories } }) =>
        all.every(({ data }) => {
          const labels = data.map((one) => one.label);
          return (
            labels.length === categories.length && !repeats(labels) && labels.every((one) => categories.includes(one))
          );
        }),
      'needs one point for each category',
    );

const chart = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('pie'), segments: z.array(segment).min(1).max(6) }),
  plotted('bar'),
  plotted('line'),
  plotted('area'),
]);

/** Slack's own chart: https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export const dataVisualization = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: words(255).optional(),
  title: words(50),
  chart,
});
