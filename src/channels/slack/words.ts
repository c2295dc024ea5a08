/** The few words that belong to Slack itself and to no card: what a window is called, and what to do when it came too late. */
export const words = {
  cancel: 'Cancel',
  agree: 'I agree',
  pickPerson: 'Type a name',
  pickTopic: 'Type a topic',
  andMore: (count: number) => `and ${count} more`,
  notShown: (count: number) =>
    count === 1 ? '… and 1 more part that did not fit here.' : `… and ${count} more parts that did not fit here.`,
  tooLateButton: 'That took too long. Please press the button again.',
  tooLateCommand: 'That took too long. Please try again, or open the form here.',
  formWaits: (title: string) => `There is a form to fill in: ${title}`,
  /** What the global shortcut says for her. */
  findMentor: 'find a mentor',
  openForm: 'Open the form',
  formGone: 'That form is no longer here. Please tell me again what you would like to do.',
  waitTitle: 'One moment',
  wait: 'We are still working on it. You can leave this open or close it: nothing is lost.',
  done: 'Done. You can close this window; the answer is in your messages with me.',
  close: 'Close',
  broken: 'Sorry, something went wrong on our side. Please try again in a few minutes.',
} as const;
