import { CardElement, GlobalRegistry, type SerializationContext, Versions } from 'adaptivecards';
import { type Json, recordsAt, textAt } from '../json';
import { type Bar, barTable } from './bars';

/** Teams' own bar chart, which the drawing of cards does not know. */
class HorizontalBarChart extends CardElement {
  static readonly typeName = 'Chart.HorizontalBar';
  private bars: readonly Bar[] = [];
  private title = '';

  override getJsonTypeName(): string {
    return HorizontalBarChart.typeName;
  }

  protected override internalParse(source: Json, context: SerializationContext): void {
    super.internalParse(source, context);
    this.title = textAt(source, 'title') ?? '';
    this.bars = recordsAt(source, 'data').map(({ x, y }) => ({ label: String(x), value: Number(y) }));
  }

  protected override internalRender(): HTMLElement {
    return barTable(this.bars, { spoken: this.title });
  }
}

/** Lets cards draw the charts that Teams draws. */
export const knowCharts = (): void =>
  GlobalRegistry.elements.register(HorizontalBarChart.typeName, HorizontalBarChart, Versions.v1_0);
