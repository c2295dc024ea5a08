import { z } from 'zod';

/** Text of 1 to `most` characters. */
export const words = (most: number) =>
  z.string().min(1, 'must not be empty').max(most, `must be at most ${most} characters`);

export const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: words(most), emoji: z.boolean().optional() });

export const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: words(most), verbatim: z.boolean().optional() });

/** A text object of either kind. */
export const anyText = (most: number) => z.discriminatedUnion('type', [plain(most), mrkdwn(most)]);

export const address = z.url('must be an address').max(3000);

export const confirm = z.strictObject({
  title: plain(100),
  text: anyText(300),
  confirm: plain(30),
  deny: plain(30),
  style: z.enum(['primary', 'danger']).optional(),
});

const optionText = { value: words(150), url: address.optional() };

export const option = z.strictObject({ ...optionText, text: plain(75), description: plain(75).optional() });

/** Options of radio buttons and checkboxes may be mrkdwn. */
export const markedOption = z.strictObject({ ...optionText, text: anyText(75), description: anyText(75).optional() });

export const optionGroup = z.strictObject({ label: plain(75), options: z.array(option).min(1).max(100) });
