const palettes = {
  light: {
    page: '#ffffff',
    soft: '#f5f5f5',
    text: '#242424',
    subtle: '#616161',
    accent: '#4f52b2',
    good: '#0e700e',
    warning: '#8a4b00',
    bad: '#b10e1c',
    line: '#d1d1d1',
  },
  dark: {
    page: '#292929',
    soft: '#1f1f1f',
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#9299f7',
    good: '#54b054',
    warning: '#f2a65a',
    bad: '#f1707b',
    line: '#525252',
  },
} as const;

const both = (normal: string, subtle: string) => ({ default: normal, subtle });

/** How the cards look: sizes and colors close to those of Teams. */
export function hostConfig(theme: keyof typeof palettes): object {
  const color = palettes[theme];
  const foregroundColors = {
    default: both(color.text, color.subtle),
    dark: both(color.text, color.subtle),
    light: both(color.subtle, color.subtle),
    accent: both(color.accent, color.accent),
    good: both(color.good, color.good),
    warning: both(color.warning, color.warning),
    attention: both(color.bad, color.bad),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    supportsInteractivity: true,
    fontFamily: 'inherit',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 28 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 14 },
    separator: { lineThickness: 1, lineColor: color.line },
    containerStyles: {
      default: style(color.page),
      emphasis: style(color.soft),
      accent: style(theme === 'light' ? '#ebebfa' : '#2f2f4a'),
      good: style(theme === 'light' ? '#e7f2e7' : '#1d321d'),
      warning: style(theme === 'light' ? '#fff4e5' : '#3d2c14'),
      attention: style(theme === 'light' ? '#fbe9ea' : '#421a1d'),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 8, style: 'emphasis' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    inputs: {
      debounceTimeInMilliSeconds: 250,
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder' },
      },
      errorMessage: { color: 'attention', spacing: 'small' },
    },
    textBlock: { headingLevel: 4 },
    factSet: { title: { weight: 'bolder', maxWidth: 150 }, value: {}, spacing: 16 },
    table: { cellSpacing: 8 },
  };
}
