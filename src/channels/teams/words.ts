/** The few words that this channel itself adds to what the cards say. */
export const words = {
  andMore: (count: number): string => `… and ${count} more`,
  missing: (label: string): string => `Please fill in: ${label}`,
  missingChoice: (label: string): string => `Please choose: ${label}`,
  missingNumber: (label: string, min: number, max: number): string => `Please fill in: ${label} (${min}–${max})`,
  missingConsent: 'Please tick this to go on.',
  toMend: (count: number): string =>
    count === 1 ? 'One field needs another look.' : `${count} fields need another look.`,
  choose: 'Choose one',
  typeName: 'Type a name',
  typeTopic: 'Type a topic',
  larger: 'Open in a larger window',
  done: 'Done.',
  newMessage: 'See my answer below.',
  working: 'Working on it. The answer comes in a moment.',
  tryAgain: 'That did not work. Please try again.',
  signs: { info: 'ℹ', good: '✓', warning: '⚠', error: '⚠' },
  steps: {
    done: { sign: '✓', state: 'done' },
    now: { sign: '➤', state: 'now' },
    later: { sign: '○', state: 'later' },
  },
} as const;
